using Microsoft.AspNetCore.Components;
using WitaLive.Domain;
using WitaLive.Domain.Principles;

namespace WitaLive.App.Principles;

/// <summary>A translation while it is put right. What is typed stays until it is recorded, whatever another does meanwhile.</summary>
public sealed partial class TranslationForm(PrincipleWords texts) : ComponentBase
{
    private string _title = "";
    private string _text = "";
    private bool _isRead;
    private (string Title, string Text)? _published;
    private int _revision;

    [Parameter, EditorRequired]
    public required string Language { get; set; }

    [Parameter, EditorRequired]
    public required Wording Now { get; set; }

    [Parameter]
    public int Revision { get; set; }

    /// <summary>What was typed, the revision on which it rests, and whether somebody says to have read it.</summary>
    [Parameter]
    public EventCallback<(Translation Said, int Revision, bool IsRead)> OnCorrect { get; set; }

    protected override void OnParametersSet()
    {
        var now = (Now.Titles.GetValueOrDefault(Language, ""), Now.Texts.GetValueOrDefault(Language, ""));
        var isTyped = _published is { } published && (_title, _text) != published;
        if (_published == now || !isTyped)
            _revision = Revision; // another language was put right, or nothing is typed here
        if (_published == now)
            return;
        _published = now;
        if (!isTyped || (OneLine.Of(_title), FreeText.ToSign(_text)) == now)
            (_title, _text, _isRead, _revision) = (now.Item1, now.Item2, false, Revision);
    }

    private Task CorrectAsync() => OnCorrect.InvokeAsync((new(Language, _title, _text), _revision, _isRead));
}
