using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using WitaLive.App.Controls;
using WitaLive.App.Room.Chair;
using WitaLive.Domain;
using WitaLive.Domain.Meetings;

namespace WitaLive.App.Room.Secretariat;

/// <summary>Notes for the report, each shown with the time it was recorded.</summary>
public sealed partial class NotesPart(IStringLocalizer<SecretariatTexts> texts) : Part
{
    private readonly string _id = "room-notes";
    private Guid _note = Guid.NewGuid();
    private ItemId? _followed;
    private Guid _item;
    private string _text = "";

    [Parameter, EditorRequired]
    public required ImmutableArray<Item> Items { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<Note> Notes { get; set; }

    /// <summary>The item being dealt with: the next note is on it, unless one is being written.</summary>
    [Parameter, EditorRequired]
    public required ItemId? Current { get; set; }

    [Parameter, EditorRequired]
    public required Func<MeetingCommand, Task<Outcome?>> Send { get; set; }

    protected override void OnParametersSet()
    {
        if (_followed != Current && _text.Length == 0)
            (_followed, _item) = (Current, Current?.Value ?? Guid.Empty);
    }

    private string OnWhat(Note note) => note.Item is { } id && Items.FirstOrDefault(item => item.Id == id) is { } item
        ? RoomWords.Line(item.Planned)
        : texts["WholeMeeting"];

    private TakeNote Take() => new(_note, _item == Guid.Empty ? null : new(_item), _text);

    private void NextIntention()
    {
        (_note, _text) = (Guid.NewGuid(), "");
        (_followed, _item) = (Current, Current?.Value ?? Guid.Empty);
    }
}
