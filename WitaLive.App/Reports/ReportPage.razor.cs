using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Languages;
using WitaLive.App.Meetings;
using WitaLive.App.Printing;
using WitaLive.Domain;
using WitaLive.Domain.Reports;

namespace WitaLive.App.Reports;

/// <summary>The report of a meeting: read, written beside its facts, supplied, remarked on and confirmed. Static: a document of seventy files needs no circuit.</summary>
public sealed partial class ReportPage(
    ReportReading reading, ReportWriting writing, PaperPrinter printer, PlanSentences sentences, IStringLocalizer<ReportTexts> texts) : ComponentBase
{
    private ReportSheet? _sheet;
    private NoticeKind _kind;
    private string? _said;
    private bool _isRefused;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [SupplyParameterFromForm]
    public Guid Place { get; set; }

    [SupplyParameterFromForm]
    public string? Spoken { get; set; }

    [SupplyParameterFromForm]
    public int Version { get; set; }

    [SupplyParameterFromForm]
    public string? Text { get; set; }

    [SupplyParameterFromForm]
    public bool Named { get; set; }

    [SupplyParameterFromForm]
    public Guid Remark { get; set; }

    private bool CanPrint => printer.IsThere;

    private string Articles => sentences.Articles(_sheet!.Source);

    private bool MayConfirm => _sheet is { Progress.State: ReportState.Supplied } sheet
        && (sheet.IsSecretariat ? !sheet.Progress.SecretaryConfirmed : sheet.IsChair && !sheet.Progress.ChairConfirmed);

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() => _sheet = await reading.ReadAsync(Http.User, new(Id), Http.RequestAborted);

    private async Task WriteAsync()
    {
        switch (await writing.WriteAsync(Http.User, new(Id), Place, Spoken ?? "", Lines(Text), Version, Http.RequestAborted))
        {
            case Result<bool>.Ok(var others):
                await SayAsync(null, others ? "SavedOverOthers" : "Saved");
                break;
            case Result<bool>.Refused(var why):
                await SayAsync(why, "Saved");
                break;
        }
    }

    private async Task SupplyAsync() => await SayAsync(await writing.SupplyAsync(Http.User, new(Id), Http.RequestAborted), "SupplyDone");

    private async Task RemarkAsync() => await SayAsync(await writing.RemarkAsync(Http.User, new(Id), Lines(Text), Named, Http.RequestAborted), "RemarkDone");

    private async Task TakeBackAsync() => await SayAsync(await writing.TakeBackAsync(Http.User, new(Id), Remark, Http.RequestAborted), "TakenBack");

    private async Task ConfirmAsync() => await SayAsync(await writing.ConfirmAsync(Http.User, new(Id), Http.RequestAborted), "ConfirmDone");

    private async Task SayAsync(Refusal? why, string done)
    {
        _isRefused = why is not null;
        (_kind, _said) = why is null ? (NoticeKind.Done, texts[done].Value) : (NoticeKind.Problem, sentences.Of(why));
        await ReadAsync();
    }

    // A form ends its lines in two signs; what was typed has one. The sign of nothing is the only one that PostgreSQL cannot keep.
    private static string Lines(string? posted) => (posted ?? "").ReplaceLineEndings("\n").Replace("\0", "", StringComparison.Ordinal);

    private static string FormOf(Guid place, string language) => $"part-{place:N}-{language}";

    private bool Posted(string form) => _isRefused && Http.Request.HasFormContentType && Http.Request.Form["_handler"] == form;

    // What was refused still stands where it was typed.
    private string? TextOf(Guid place, ReportDocument document) => Posted(FormOf(place, document.Language)) ? Text : _sheet!.TextOf(place, document);

    private ImmutableArray<ShownVersion> VersionsOf(Guid place, string language) => [.. _sheet!.Parts.Where(p => p.Part.Place == place && p.Part.Language == language)];

    private string Confirmation(string? name, DateTimeOffset? at) => at is { } when ? texts["ConfirmedBy", name ?? "", when.ToLongDay()] : texts["NotYet"];
}
