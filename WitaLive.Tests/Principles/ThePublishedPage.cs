using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using WitaLive.App.Principles;
using WitaLive.Tests.Components;
using WitaLive.Tests.Domain.Principles;
using WitaLive.Tests.Meetings;
using static WitaLive.Tests.Principles.APlenary;

namespace WitaLive.Tests.Principles;

public class ThePublishedPage
{
    [Fact]
    public async Task Says_what_the_plenary_adopted_in_the_language_of_its_reader_or_in_the_first_there_is()
    {
        await using var office = await PlanningOffice.OnAsync();
        await AdoptAsync(office, AProposal.Principle(), "2027-01-05");

        foreach (var (language, said) in new[] { ("fr", "Les répétitions payées comptent."), ("nl", "Betaalde repetities tellen mee."), ("de", "Les répétitions payées comptent.") })
        {
            var page = await Rendered.AsHtml<CascadingValue<HttpContext>>(language, new() { ["Value"] = new DefaultHttpContext(), ["ChildContent"] = (RenderFragment)Page }, office.AddTo);
            Assert.Contains(said, page, StringComparison.Ordinal);
        }

        static void Page(RenderTreeBuilder builder)
        {
            builder.OpenComponent<PrinciplePage>(0);
            builder.AddComponentParameter(1, nameof(PrinciplePage.Number), "2026-P-0001");
            builder.CloseComponent();
        }
    }
}
