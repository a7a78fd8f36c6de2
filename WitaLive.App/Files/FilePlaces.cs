using WitaLive.Domain;
using WitaLive.Domain.Rules;

namespace WitaLive.App.Files;

/// <summary>Where a file is read, from the root: a request for a measure has pages of its own.</summary>
internal static class FilePlaces
{
    /// <summary>By the secretariat.</summary>
    public static string OfSecretariat(ApplicationFile file) => file.IsMeasure ? $"measures/{file.Id.Value}" : $"files/{file.Id.Value}";

    /// <summary>By the person it is about.</summary>
    public static string OfPerson(ApplicationFile file) => file.IsMeasure ? $"my/measures/{file.Id.Value}" : $"my/applications/{file.Id.Value}";

    /// <summary>By a member, with the meeting on whose agenda it stands.</summary>
    public static string OfMember(MeetingId meeting, ApplicationFile file) => OfMember(meeting, file.Id, file.Kind);

    /// <param name="kind">Of the file, as agendas have it: an appeal against a measure has the kind of the measure.</param>
    public static string OfMember(MeetingId meeting, FileId file, string? kind) =>
        $"meetings/{meeting.Value}/{(kind is FileKind.Suspension or FileKind.Amateur ? "measures" : "files")}/{file.Value}";
}
