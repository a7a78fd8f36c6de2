using WitaLive.Domain.Applications;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>A proposal while it is being typed.</summary>
public sealed class ProposalForm
{
    public static ImmutableArray<string> Languages { get; } = ["fr", "nl", "de", "en"];

    public ProposalSubject Subject { get; init; }

    public ProposalChange Change { get; set; }

    public string Code { get; set; } = "";

    public DateOnly? From { get; set; }

    public ActivityKind? Kind { get; set; }

    public List<string> Domains { get; private set; } = [];

    public List<string> Activities { get; private set; } = [];

    public Dictionary<string, string> Titles { get; } = Languages.ToDictionary(language => language, _ => "");

    public Dictionary<string, string> Texts { get; } = Languages.ToDictionary(language => language, _ => "");

    public static ProposalForm Of(Proposal proposal)
    {
        var form = new ProposalForm { Subject = proposal.Subject, Change = proposal.Change, Code = proposal.Code, From = proposal.From };
        form.Begin(proposal);
        return form;
    }

    /// <summary>Starts from what holds: it is what changes or ends.</summary>
    public void Begin(Proposal held)
    {
        (Kind, Domains, Activities) = (held.Kind, [.. held.Domains], [.. held.Activities]);
        foreach (var language in Languages)
            (Titles[language], Texts[language]) = (held.Wording.Titles.GetValueOrDefault(language, ""), held.Wording.Texts.GetValueOrDefault(language, ""));
    }

    public Proposal Read() => new(Subject, Change, Code.Trim(), From, Wording.Typed(Titles, Texts), [.. Domains], Subject is ProposalSubject.Principle ? [.. Activities] : [], Subject is ProposalSubject.Activity ? Kind : null);
}
