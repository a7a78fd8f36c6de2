using Microsoft.Playwright;

namespace WitaLive.Tests.Browser;

/// <summary>On a slow line a field is filled in before the answer to the choice above it has come: what is typed then must not be overwritten by that answer.</summary>
public class FillingInTooEarly(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task The_number_typed_right_after_another_formation_was_chosen_stays() => await TypeRightAfterAsync("simulators/quorum", "experts");

    [FactNeeding(Need.Chromium)]
    public async Task So_does_a_vote_in_the_simulator_of_decisions() => await TypeRightAfterAsync("simulators/decision", "experts-for");

    private async Task TypeRightAfterAsync(string route, string field)
    {
        var visitor = await VisitorAsync();
        await visitor.GoAsync(route);
        var page = visitor.Page;

        // Both in one go of the page's own thread: no answer can come between them.
        await page.EvaluateAsync(
            """
            field => {
                const formation = document.getElementById('formation');
                formation.value = 'enlarged';
                formation.dispatchEvent(new Event('change', { bubbles: true }));
                const seats = document.getElementById(field);
                seats.value = '4';
                seats.dispatchEvent(new Event('input', { bubbles: true }));
            }
            """, field);

        await Assertions.Expect(page.GetByText("out of 9").First).ToBeVisibleAsync(); // the answer to the choice is there
        await Assertions.Expect(page.Locator($"#{field}")).ToHaveValueAsync("4");
    }
}
