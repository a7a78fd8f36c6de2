using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;
using WitaLive.App.Access;
using WitaLive.App.Controls;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;
using WitaLive.Domain.Planning;

namespace WitaLive.App.Meetings;

/// <summary>The agenda with its papers; the secretariat orders it by dragging or by keyboard.</summary>
public sealed partial class AgendaPanel(AgendaPlanning agenda, PlanBrowser browser, CurrentPerson current, PlanSentences sentences, IStringLocalizer<MeetingTexts> texts)
    : PlanPanel(current, sentences)
{
    private ElementReference _list;
    private DotNetObjectReference<AgendaPanel>? _self;
    private string? _watched;
    private string[]? _focus;

    [Parameter]
    public bool CanEdit { get; set; }

    /// <summary>How its items ended, as far as the reader may know.</summary>
    [Parameter]
    public Outcomes Outcomes { get; set; } = Outcomes.None;

    /// <summary>There is a report that the reader may open.</summary>
    [Parameter]
    public bool HasReport { get; set; }

    private Meeting? Held => Outcomes.Held;

    // Their papers are not for the reader.
    private ImmutableHashSet<ItemId> Recused => Outcomes.Recused;

    private ImmutableArray<AgendaLine> Lines => [.. Sheet.Meeting.Agenda.OrderBy(line => line.Position)];

    private IEnumerable<Item> AddedThere => Held?.Items.Where(item => item.AddedInMeeting) ?? [];

    private DateTimeOffset ForecastEnd => Sheet.Times.End;

    // Supplements come while the meeting sits, too.
    private bool CanAddPapers => CanEdit || (_isSecretariat && Sheet.Meeting is { CancelledAt: null, State: MeetingState.Open or MeetingState.Suspended });

    private bool _isSecretariat;

    protected override async Task OnInitializedAsync() => _isSecretariat = Policies.Allow(await WhoAsync(), Policies.Secretariat);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (CanEdit && Lines.Length > 0 && _list.Id != _watched)
        {
            _watched = _list.Id;
            await browser.WatchAsync(_list, _self ??= DotNetObjectReference.Create(this));
        }
        if (_focus is { } ids)
        {
            _focus = null;
            await browser.FocusAsync(ids);
        }
    }

    /// <summary>Called by the browser when a dragged row was let go.</summary>
    /// <param name="position">Counted from 1.</param>
    [JSInvokable]
    public async Task DropAsync(string item, int position)
    {
        if (CanEdit && Guid.TryParse(item, out var id) && Lines.FirstOrDefault(line => line.Id.Value == id) is { } line)
            await PutAsync(line, position);
        StateHasChanged();
    }

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return ValueTask.CompletedTask;
    }

    private string? RequesterOf(AgendaLine line) => line.RequestedBy is { } person
        ? Sheet.Commission.Seats.SelectMany(seat => seat.Duo).FirstOrDefault(p => p.Id == person)?.FullName
        : null;

    private ItemTime TimeOf(AgendaLine line) => Sheet.Times.Items[Lines.IndexOf(line)];

    private async Task MoveAsync(AgendaLine line, int by)
    {
        await PutAsync(line, line.Position + by);
        _focus = by < 0 ? [AgendaRow.UpId(line), AgendaRow.DownId(line)] : [AgendaRow.DownId(line), AgendaRow.UpId(line)];
    }

    private Task PutAsync(AgendaLine line, int position)
    {
        var shown = Lines.Select(l => l.Id).ToList();
        return DoAsync(
            who => agenda.MoveAsync(who, Id, line.Id, position, shown, CancellationToken.None),
            texts["Moved", PlanWords.Title(line), Math.Clamp(position, 1, Lines.Length), Lines.Length]);
    }

    private async Task SetMinutesAsync(AgendaLine line, int? minutes)
    {
        if (minutes is not { } given)
            Say(NoticeKind.Problem, texts["MinutesNotANumber", PlanLimits.LongestItem]);
        else
            await DoAsync(who => agenda.SetMinutesAsync(who, Id, line.Id, given, CancellationToken.None), texts["MinutesSaved", PlanWords.Title(line), given]);
    }

    private Task SetHourAsync(AgendaLine line, TimeOnly? hour) => DoAsync(
        who => agenda.SetHourAsync(who, Id, line.Id, hour, CancellationToken.None),
        hour is { } at ? texts["HourSaved", PlanWords.Title(line), at.ToString("HH:mm", CultureInfo.InvariantCulture)] : texts["HourTaken", PlanWords.Title(line)]);

    private Task RemoveAsync(AgendaLine line) =>
        DoAsync(who => agenda.RemoveAsync(who, Id, line.Id, CancellationToken.None), texts[line.FileId is null ? "PointRemoved" : "FileRemoved", PlanWords.Title(line)]);
}
