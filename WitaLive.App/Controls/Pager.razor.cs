using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Controls;

/// <summary>Links from page to page of a list; the page stands in the address as «page», beside whatever else is there.</summary>
public sealed partial class Pager(IStringLocalizer<ControlTexts> texts, NavigationManager navigation) : ComponentBase
{
    /// <summary>Counted from 1.</summary>
    [Parameter, EditorRequired]
    public required int Page { get; set; }

    [Parameter, EditorRequired]
    public required int Pages { get; set; }

    /// <summary>How many pages a list of so many rows has; never less than one.</summary>
    public static int Count(int rows, int perPage) => Math.Max(1, (rows + perPage - 1) / perPage);

    private string AddressOf(int page) => navigation.GetUriWithQueryParameter("page", page == 1 ? null : page);
}
