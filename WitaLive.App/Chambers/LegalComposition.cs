using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using WitaLive.App.Rules;
using WitaLive.Domain;

namespace WitaLive.App.Chambers;

/// <summary>What the law says there is: sections, groups, bodies, arts, seats and chambers (data/commission/composition.json), called as data/names.json says.</summary>
/// <param name="Source">The articles, for whoever asks.</param>
public sealed record LegalComposition(
    string Source,
    ImmutableArray<Named> Sections,
    ImmutableArray<NamedGroup> Groups,
    ImmutableArray<Named> Bodies,
    ImmutableArray<Named> Domains,
    ImmutableArray<PlannedSeat> Seats,
    ImmutableArray<PlannedChamber> Chambers)
{
    /// <exception cref="InvalidDataException">The file says something that cannot be.</exception>
    public static LegalComposition Read(string path, Names names)
    {
        try
        {
            using var file = File.OpenRead(path);
            var written = JsonSerializer.Deserialize<Written>(file, CommissionFiles.Options) ?? throw new InvalidDataException($"{path} is empty.");
            return new(
                written.Source,
                [.. written.Sections.Select(s => new Named(s, names.InEveryLanguage($"section.{s}")))],
                [.. written.Groups.Select(g => new NamedGroup(g.Code, g.Votes, names.InEveryLanguage($"group.{g.Code}")))],
                written.Bodies,
                [.. written.Domains.Select(d => new Named(d, names.InEveryLanguage($"domain.{d}")))],
                written.Seats,
                written.Chambers);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
    }

    public string SectionName(string code, string language) => Name(Sections, code, language);

    public string GroupName(GroupCode code, string language) => Groups.FirstOrDefault(g => g.Code == code)?.Name.GetValueOrDefault(language) ?? code.Value;

    public string BodyName(string code, string language) => Name(Bodies, code, language);

    public string DomainName(string code, string language) => Name(Domains, code, language);

    private static string Name(ImmutableArray<Named> names, string code, string language) =>
        names.FirstOrDefault(n => n.Code == code)?.Name.GetValueOrDefault(language) ?? code;

    private sealed record Written(
        string Source, ImmutableArray<string> Sections, ImmutableArray<WrittenGroup> Groups, ImmutableArray<Named> Bodies, ImmutableArray<string> Domains,
        ImmutableArray<PlannedSeat> Seats, ImmutableArray<PlannedChamber> Chambers);

    private sealed record WrittenGroup(GroupCode Code, bool Votes);
}

/// <summary>A word of the data and how it is said in fr, nl, de and en.</summary>
public sealed record Named(string Code, ImmutableDictionary<string, string> Name);

/// <param name="Votes">False for a consultative group.</param>
public sealed record NamedGroup(GroupCode Code, bool Votes, ImmutableDictionary<string, string> Name);

public sealed record PlannedSeat(string Section, GroupCode Group, int Number, string? Body = null)
{
    /// <summary>How data files write it: «fr/experts/1».</summary>
    public string Key => $"{Section}/{Group.Value}/{Number}";

    public SeatId Id => SeatIdOf(Key);

    /// <summary>The same seat has the same id in every installation, so that files can name it.</summary>
    public static SeatId SeatIdOf(string key) => new(CommissionFiles.IdOf("seat/" + key));
}

/// <param name="Seats">Keys of seats; empty for a chamber that is composed when it is needed.</param>
public sealed record PlannedChamber(
    FormationCode Formation, int Number, ImmutableArray<string> Domains, ImmutableArray<string> Seats, string? Section = null, string? AdHocLanguage = null)
{
    /// <summary>How data files write it: «restricted/fr/1», «restricted/nl/1/de», «plenary/1».</summary>
    public string Key => string.Join('/', new[] { Formation.Value, Section, $"{Number}", AdHocLanguage }.Where(part => part is not null));

    public ChamberId Id => new(CommissionFiles.IdOf("chamber/" + Key));
}

internal static class CommissionFiles
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A Guid made of a name: the same name, the same Guid (RFC 9562, version 8).</summary>
    public static Guid IdOf(string name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
