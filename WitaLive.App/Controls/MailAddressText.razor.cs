using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Controls;

/// <summary>An e-mail address, which goes over to the next line before its «@» rather than within a word.</summary>
public sealed partial class MailAddressText : ComponentBase
{
    private string _beforeSign = "";
    private string _afterSign = "";

    [Parameter, EditorRequired]
    public required string Address { get; set; }

    protected override void OnParametersSet()
    {
        var sign = Math.Max(Address.IndexOf('@', StringComparison.Ordinal), 0);
        (_beforeSign, _afterSign) = (Address[..sign], Address[sign..]);
    }
}
