using WitaLive.Domain;

namespace WitaLive.App.Meetings;

/// <summary>One point of a planned agenda, with its papers.</summary>
public sealed class AgendaLine
{
    private readonly List<Paper> _papers = [];

    public required ItemId Id { get; init; }

    public int Position { get; set; }

    public FileId? FileId { get; init; }

    /// <summary>What is put to the vote, where it is no file and more than a title.</summary>
    public ProposalId? ProposalId { get; init; }

    /// <summary>By language.</summary>
    public required ImmutableSortedDictionary<string, string> Titles { get; set; }

    /// <summary>What people call the file by; copied from it.</summary>
    public string? Reference { get; init; }

    /// <summary>Whose file it is; copied from it, and shown to members only.</summary>
    public string? Applicant { get; set; }

    /// <summary>What may be put to the vote, most favourable first (data/rules/file-kinds.json).</summary>
    public required string[] Outcomes { get; init; }

    /// <summary>Planned. Unit: minutes.</summary>
    public required int Minutes { get; set; }

    /// <summary>When the journal said that it goes elsewhere without having been put to the vote (rules of procedure, art. 16): it keeps its number and takes no time any more.</summary>
    public DateTimeOffset? ReferredAt { get; set; }

    /// <summary>What it takes of the meeting. Unit: minutes.</summary>
    public int Takes => ReferredAt is null ? Minutes : 0;

    /// <summary>Someone is heard at this hour, Brussels time: the item does not begin before it.</summary>
    public TimeOnly? FixedHour { get; set; }

    /// <summary>The member who asked the chair for it in writing after the convocations were sent (rules of procedure, art. 5 § 2).</summary>
    public PersonId? RequestedBy { get; init; }

    /// <summary>When the request reached the chair.</summary>
    public DateOnly? RequestedOn { get; init; }

    public IReadOnlyList<Paper> Papers => _papers;

    public void Add(Paper paper) => _papers.Add(paper);

    public void Remove(Guid paper) => _papers.RemoveAll(p => p.Id == paper);
}

/// <summary>A document of an agenda line. Its bytes are a file named by its id, never by what the sender called it.</summary>
public sealed class Paper
{
    public required Guid Id { get; init; }

    /// <summary>As the sender called it; a label only.</summary>
    public required string Name { get; init; }

    public required string ContentType { get; init; }

    /// <summary>Unit: bytes.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
