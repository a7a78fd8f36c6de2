using WitaLive.App.Files;
using WitaLive.App.Room;
using WitaLive.Domain;
using WitaLive.Domain.Applications;
using WitaLive.Domain.Attestations;
using WitaLive.Domain.Meetings;
using WitaLive.Tests.Applications;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain;

namespace WitaLive.Tests.Room;

/// <summary>Royal decree, art. 15 and 17: what is decided touches the attestation that runs, and the room knows which one.</summary>
public class ARenewalInTheRoom
{
    [Theory]
    [InlineData(true, "ordinary starter plus", true), InlineData(true, "ordinary plus", false), InlineData(false, "ordinary starter plus", false)]
    public async Task Says_which_attestation_it_follows_and_that_no_starter_is_for_who_held_one(bool heldBefore, string outcomes, bool warns)
    {
        var profile = new Profile(new("", "", "", heldBefore, heldBefore, HigherArtsDiploma: false, Plan: false, Performances: 0), [AnApplicant.Painting], [], [], []);
        var held = new Held("plus", new(new(2022, 7, 1), new(2027, 6, 30)));
        var read = new Deliberated(profile, new(2026, 11, 27), TheRules.InForce)
        {
            Renews = heldBefore ? new("S-3", "plus", held.Validity.Until, Renewal.Of(held, TheRules.InForce.Procedure.Renewal), new(2026, 11, 27)) : null,
        };
        var item = new TheRoom().SignedIn().Opened().Called(1).Meeting.Items[0];

        var html = await Rendered.AsHtml<DeliberationPanel>("en", new()
        {
            ["Item"] = item with { Planned = item.Planned with { Outcomes = [.. outcomes.Split(' ')] } },
            ["Read"] = (Func<ItemId, Task<Deliberated?>>)(_ => Task.FromResult<Deliberated?>(read)),
            ["Send"] = (Func<MeetingCommand, Task<Outcome?>>)(_ => Task.FromResult<Outcome?>(null)),
        }, TheRoom.Services);

        Assert.Equal(heldBefore, html.Contains("Renewal of attestation S-3", StringComparison.Ordinal));
        Assert.Equal(warns, html.Contains("a “starter” is for who never held one", StringComparison.Ordinal));
    }
}
