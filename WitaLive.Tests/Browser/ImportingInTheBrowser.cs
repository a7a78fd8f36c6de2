using System.Text.RegularExpressions;
using Microsoft.Playwright;
using WitaLive.App.Spreadsheets;
using WitaLive.Tests.Import;
using static Microsoft.Playwright.Assertions;

namespace WitaLive.Tests.Browser;

/// <summary>The secretariat at the import page: template, a file with a mistake, the file put right, and one too many to wait for.</summary>
public sealed class ImportingInTheBrowser(Browsers browsers) : BrowserTest(browsers)
{
    [FactNeeding(Need.Chromium)]
    public async Task Stores_members_only_once_the_file_is_right_and_confirmed()
    {
        await using var app = await RunningApp.StartAsync();
        var visitor = await AtTheImportPageAsync(app);
        var page = visitor.Page;
        await GiveAsync(page, "template.xlsx", await TemplateAsync(page));
        await Expect(page.Locator(".notice")).ToBeVisibleAsync();
        await Expect(Confirm(page)).ToHaveCountAsync(0);

        await GiveAsync(page, "members.xlsx", ImportingMembers.Members(Member("Zenobia", "Wrongseat", seat: "99")));
        await Expect(page.Locator("#import-problems")).ToBeVisibleAsync();
        await Expect(Confirm(page)).ToHaveCountAsync(0);
        await visitor.HasNoBarriersAsync();
        await visitor.FitsAsync();
        await visitor.PictureAsync("import-problems");

        await GiveAsync(page, "members.xlsx", ImportingMembers.Members(Member("Zenobia", "Rightseat", seat: "9")));
        await Expect(page.Locator("#import-lines")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Zenobia Rightseat" }).Or(page.GetByRole(AriaRole.Rowheader, new() { Name = "Zenobia Rightseat" }))).ToBeVisibleAsync();
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("import-preview");

        await Confirm(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What was changed" })).ToBeVisibleAsync();
        await Expect(Confirm(page)).ToHaveCountAsync(0);
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("import-stored");

        await visitor.GoAsync("/people?find=Rightseat");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Rightseat, Zenobia" })).ToBeVisibleAsync();
        await visitor.GoAsync("/people?find=Wrongseat");
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
    }

    [FactNeeding(Need.Chromium)]
    public async Task Shows_how_far_it_is_and_stops_when_told_to()
    {
        var visitor = await AtTheImportPageAsync(App);
        var page = visitor.Page;

        await GiveAsync(page, "many.xlsx", ImportingMembers.Members([.. Enumerable.Range(1, 60_000).Select(n => Member("Zenobia", $"Number{n}", seat: "9"))]));
        await Expect(page.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
        await Expect(page.Locator(".notice")).ToBeVisibleAsync();
        await Expect(page.Locator("#import-problems")).ToHaveCountAsync(0);
        await Expect(page.Locator("#import-file")).ToBeEnabledAsync();
        await visitor.HasNoBarriersAsync();
        await visitor.PictureAsync("import-cancelled");
    }

    [TheoryNeeding(Need.Chromium)]
    [InlineData("fr", "Cellules à corriger dans la feuille « Data »", "Un nombre entier de 1 à")]
    [InlineData("nl", "Te verbeteren cellen in het blad “Data”", "Een geheel getal van 1 tot")]
    public async Task Names_sheet_cell_and_fault_in_the_readers_language_and_leaves_everything_as_it_was(string language, string caption, string expected)
    {
        var visitor = await VisitorAsync(language);
        await visitor.SignInAsync("Bram Haeseldonckx", language);
        await visitor.GoAsync("/import");
        await GiveAsync(visitor.Page, "members.xlsx", ImportingMembers.Members(Member("Zenobia", "Kept", seat: "9"), Member("Zenobia", "Nowhere", seat: "abc")));

        await Expect(visitor.Page.Locator("#import-problems")).ToHaveTextAsync(caption);
        var row = visitor.Page.Locator("table:has(#import-problems) tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row.Locator("td").First).ToHaveTextAsync("C3");
        await Expect(row).ToContainTextAsync("abc");
        await Expect(row).ToContainTextAsync(expected);
        await Expect(visitor.Page.Locator("button.primary.large")).ToHaveCountAsync(0);
        await visitor.GoAsync("/people?find=Zenobia Kept");
        await Expect(visitor.Page.Locator(".empty")).ToBeVisibleAsync();
    }

    [FactNeeding(Need.Chromium)]
    public async Task Moves_its_bar_while_five_thousand_are_read_and_stored()
    {
        await using var app = await RunningApp.StartAsync();
        var visitor = await AtTheImportPageAsync(app);
        var page = visitor.Page;
        await page.EvaluateAsync("""
            window.seen = [];
            new MutationObserver(() => {
                const now = document.querySelector('progress')?.getAttribute('aria-valuenow');
                if (now && seen.at(-1) !== now)
                    seen.push(now);
            }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-valuenow'] });
            """);

        await GiveAsync(page, "many.xlsx", ImportingMembers.Members([.. Enumerable.Range(1, 5_000).Select(n =>
            ImportingMembers.Row(given: "Zenobia", family: $"Number{n}", mail: $"number{n}@example.org", language: "nl", office: "jurist"))]));
        await Expect(Confirm(page)).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Confirm(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What was changed" })).ToBeVisibleAsync(new() { Timeout = 60_000 });

        var seen = await page.EvaluateAsync<int[]>("seen.map(Number)");
        Assert.True(seen.Distinct().Count() >= 5, $"The bar showed {string.Join(' ', seen)}.");
    }

    private static ILocator Confirm(IPage page) => page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Store these changes") });

    private static Cell[] Member(string given, string family, string seat) =>
        ImportingMembers.Row(section: "FR", group: "experts", seat: seat, capacity: "effective", given: given, family: family,
            mail: $"{family.ToLowerInvariant()}@example.org", from: "2027-01-01", until: "2029-12-31");

    private static async Task<MemoryStream> TemplateAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        await using var template = await download.CreateReadStreamAsync();
        var file = new MemoryStream();
        await template.CopyToAsync(file);
        file.Position = 0;
        return file;
    }

    private static async Task GiveAsync(IPage page, string name, MemoryStream file)
    {
        await Expect(page.Locator("#import-file")).ToBeEnabledAsync(); // a picker does not open before
        using (file)
            await page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = file.ToArray() });
    }

    private async Task<Visitor> AtTheImportPageAsync(RunningApp app)
    {
        var visitor = await VisitorAsync("en", app);
        await visitor.SignInAsync("Amélie Noyelmans", "en"); // who is an administrator as well, and may import roles
        await visitor.GoAsync("/import");
        return visitor;
    }
}
