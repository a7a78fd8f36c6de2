using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Meetings;
using WitaLive.App.Rules;

namespace WitaLive.App.Files;

/// <summary>A file that waits, with the chambers that may have it instead.</summary>
public sealed partial class SendOnRow(PlanSentences sentences, Names names, IStringLocalizer<FileTexts> texts) : ComponentBase
{
    private string _chamber = "";
    private string _reason = "";

    [Parameter, EditorRequired]
    public required SendableFile Row { get; set; }

    [Parameter]
    public EventCallback<SentOn> OnSend { get; set; }

    private string Id => Row.File.Id.Value.ToString("N");

    protected override void OnParametersSet()
    {
        if (Row.Others.All(other => other.Id.Value.ToString() != _chamber))
            _chamber = Row.Others.FirstOrDefault()?.Id.Value.ToString() ?? "";
    }

    private Task SendAsync() => Guid.TryParse(_chamber, out var chamber) ? OnSend.InvokeAsync(new(Row.File, new(chamber), _reason)) : Task.CompletedTask;
}
