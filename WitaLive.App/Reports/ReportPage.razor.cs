using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Meetings;
using WitaLive.App.Printing;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Reports;

namespace WitaLive.App.Reports;

/// <summary>What a button of the page does; whatever it is, texts are saved and facts with a reason put right first.</summary>
public enum ReportAct
{
    Save,
    Supply,
    Remark,
    Confirm,
}

/// <summary>The report of a meeting: read, written beside its facts, supplied, remarked on and confirmed. Static: a document of seventy files needs no circuit.</summary>
public sealed partial class ReportPage(
    ReportReading reading, ReportWriting writing, ReportRecord record, LoanAnswers answers, PaperPrinter printer, PlanSentences sentences, IStringLocalizer<ReportTexts> texts) : ComponentBase
{
    private static readonly ImmutableArray<string> s_done = ["Saved", "SupplyDone", "ConfirmDone", "RemarkDone", "TakenBack", "CorrectionDone", "LendDone", "DeclineDone"];

    private Dictionary<(Guid Place, string Language), PostedText> _typed = [];
    private HashSet<(Guid Place, string Language)> _contested = [];
    private ReportSheet? _sheet;
    private NoticeKind _kind;
    private string? _said;
    private string? _done;
    private string? _typedRemark;
    private string? _refused;
    private IFormCollection? _kept;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>What was done a moment ago: named in the address, so that loading the page again does not do it again. The script takes it from there once it is read.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm]
    public string? Act { get; set; }

    [SupplyParameterFromForm]
    public string? Text { get; set; }

    [SupplyParameterFromForm]
    public bool Named { get; set; }

    [SupplyParameterFromForm]
    public Guid RemarkKey { get; set; }

    /// <summary>What was on the screen when it was confirmed.</summary>
    [SupplyParameterFromForm]
    public int Seen { get; set; }

    /// <summary>How many corrections of facts there were when the page was shown.</summary>
    [SupplyParameterFromForm]
    public int? Corrections { get; set; }

    /// <summary>The remark to be taken back.</summary>
    [SupplyParameterFromForm]
    public Guid Remark { get; set; }

    /// <summary>The fact whose button was pressed.</summary>
    [SupplyParameterFromForm]
    public string? Correct { get; set; }

    /// <summary>The text that is saved although somebody else has written there meanwhile, and their version.</summary>
    [SupplyParameterFromForm]
    public string? Keep { get; set; }

    /// <summary>The text whose version of somebody else holds on.</summary>
    [SupplyParameterFromForm]
    public string? Take { get; set; }

    /// <summary>The meeting and the file for which it is lent.</summary>
    [SupplyParameterFromForm]
    public string? Lend { get; set; }

    /// <summary>The same, when it is not lent.</summary>
    [SupplyParameterFromForm]
    public string? Decline { get; set; }

    private bool CanPrint => printer.IsThere;

    private bool MayWrite => _sheet is { IsSecretariat: true, Progress.State: not ReportState.Closed };

    protected override Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && s_done.Contains(Done ?? ""))
            Say(null, Done!);
        return ReadAsync();
    }

    private async Task ReadAsync() => _sheet = await reading.ReadAsync(Http.User, new(Id), Http.RequestAborted);

    private async Task ActAsync()
    {
        if (_sheet is not { } sheet)
            return;
        _typedRemark = Lines(Text);
        var why = sheet.IsSecretariat ? await SaveAsync(sheet) ?? await CorrectAsync(sheet) : null;
        if (why is null && Remark != Guid.Empty)
            why = Say(await writing.TakeBackAsync(Http.User, new(Id), Remark, Http.RequestAborted), "TakenBack");
        else if (why is null && sheet.Loans.FirstOrDefault(l => l.Key == Lend) is { } loan)
            why = Say(await answers.LendAsync(Http.User, loan.Meeting, loan.File, Http.RequestAborted), "LendDone");
        else if (why is null && sheet.Loans.FirstOrDefault(l => l.Key == Decline) is { } declined)
            why = Say(await answers.DeclineAsync(Http.User, declined.Meeting, declined.File, Http.Request.Form[ReportLoans.Why(declined)].ToString(), Http.RequestAborted), "DeclineDone");
        else if (why is null && Enum.TryParse<ReportAct>(Act, out var act))
            why = act switch
            {
                ReportAct.Supply => Say(await writing.SupplyAsync(Http.User, new(Id), Http.RequestAborted), "SupplyDone"),
                ReportAct.Confirm => Say(await writing.ConfirmAsync(Http.User, new(Id), Http.RequestAborted, Seen), "ConfirmDone"),
                ReportAct.Remark => Say(await writing.RemarkAsync(Http.User, new(Id), RemarkKey, _typedRemark, Named, Http.RequestAborted), "RemarkDone"),
                _ => null,
            };
        if (why is null && Act == nameof(ReportAct.Remark))
            _typedRemark = null;
        _kept = why is null ? null : Http.Request.Form;
        // A remark typed beside another button stays where it is, and the page with it.
        if (why is null && _done is not null && string.IsNullOrEmpty(_typedRemark))
            Http.Response.Redirect($"/meetings/{Id}/report?done={_done}");
        else
            await ReadAsync();
    }

    // Every text of the page comes back with every button. One that is as it was shown was written by nobody here: it makes no version, least of all
    // above what somebody else has written meanwhile. One above which somebody has is shown beside theirs; all others are saved.
    private async Task<Refusal?> SaveAsync(ReportSheet sheet)
    {
        var changed = ReportEditor.Posted(Http.Request.Form).Select(posted => posted with { Text = Lines(posted.Text) })
            .Where(posted => posted.IsChosen(Keep) || posted.IsChosen(Take) || !sheet.IsAsShown(posted.Place, posted.Language, posted.Version, posted.Text)).ToList();
        _typed = changed.DistinctBy(posted => (posted.Place, posted.Language)).ToDictionary(posted => (posted.Place, posted.Language));
        foreach (var posted in changed)
        {
            var (place, language, text, version) = posted;
            var why = posted.IsChosen(Take)
                ? await writing.SetAsideAsync(Http.User, new(Id), place, language, text, posted.Seen(Take), Http.RequestAborted)
                : await writing.WriteAsync(Http.User, new(Id), place, language, text, posted.IsChosen(Keep) ? posted.Seen(Keep) : version, Http.RequestAborted);
            if (why is TextWrittenMeanwhile)
                _contested.Add((place, language));
            else if (why is not null)
                return Say(why, "Saved");
            else
                _typed.Remove((place, language));
        }
        return Say(_contested.Count > 0 ? new TextWrittenMeanwhile() : null, "Saved");
    }

    // A fact whose reason is filled in is put right with every button, as texts are saved with every button: what was typed for one is not lost beside another.
    private async Task<Refusal?> CorrectAsync(ReportSheet sheet)
    {
        foreach (var fact in CorrectableFacts.Reasoned(Http.Request.Form).Append(Correct).OfType<string>().Where(fact => fact.Length > 0).Distinct())
        {
            // Whoever corrects has seen what they correct; the page comes back with the newer one, and with what was typed.
            if (Corrections is { } seen && seen != sheet.Facts.FactCorrections.Count)
            {
                _refused = fact;
                return Say(new FactsCorrectedMeanwhile(), "CorrectionDone");
            }
            var why = CorrectableFacts.Asked(sheet.Facts, fact, Http.Request.Form) is { } command
                ? await record.CorrectAsync(Http.User, new(Id), command, Http.RequestAborted)
                : new UnknownItem();
            _refused = why is null ? null : fact;
            if (Say(why, "CorrectionDone") is not null)
                return why;
        }
        return null;
    }

    private Refusal? Say(Refusal? why, string done)
    {
        (_kind, _said, _done) = why is null ? (NoticeKind.Done, texts[done].Value, done) : (NoticeKind.Problem, sentences.Of(why), null);
        return why;
    }

    // A form ends its lines in two signs; what was typed has one. The sign of nothing is the only one that PostgreSQL cannot keep.
    private static string Lines(string? posted) => (posted ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);

    private int? Contested(Guid place, string language) => _contested.Contains((place, language)) ? _typed[(place, language)].Version : null;

    // What was refused still stands where it was typed.
    private string? TextOf(Guid place, ReportDocument document) => _typed.TryGetValue((place, document.Language), out var typed) ? typed.Text : _sheet!.TextOf(place, document);
}
