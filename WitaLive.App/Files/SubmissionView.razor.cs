using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Languages;
using WitaLive.App.Principles;
using WitaLive.App.Rules;

namespace WitaLive.App.Files;

/// <summary>What an application rests on, each proof beside the line it proves: for its chamber, the secretariat and the applicant the same.</summary>
public sealed partial class SubmissionView(AdoptedTexts adopted, Names names, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private readonly string _id = $"s{Guid.NewGuid():N}";

    private Submission? _read;
    private ActivityReadings _readings = ActivityReadings.Empty;

    [Parameter, EditorRequired]
    public required Submission Submission { get; set; }

    /// <summary>A chamber decides on a practice; how to reach the applicant is for the secretariat.</summary>
    [Parameter]
    public bool ShowContact { get; set; } = true;

    private IEnumerable<(string Title, string Text)> Told => new[]
    {
        (texts["Presentation"].Value, Submission.Profile.Background.Presentation), (texts["Training"].Value, Submission.Profile.Background.Training), (texts["Links"].Value, Submission.Profile.Background.Links),
    }.Where(told => told.Item2.Length > 0);

    protected override async Task OnParametersSetAsync()
    {
        if (Submission.Equals(_read))
            return;
        _read = Submission;
        _readings = await adopted.AboutAsync(Submission.Profile.Activities, CancellationToken.None);
    }

    private string PeriodOf(DateOnly? from, DateOnly? until) =>
        until is { } end ? texts["Period", from?.ToShortDay() ?? "–", end.ToShortDay()] : texts["PeriodOpen", from?.ToShortDay() ?? "–"];
}
