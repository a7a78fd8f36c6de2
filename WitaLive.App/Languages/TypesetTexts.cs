using Microsoft.Extensions.Localization;

namespace WitaLive.App.Languages;

/// <summary>Gives every text as <see cref="FrenchSpaces"/> sets it when it is read in French, and as it is written otherwise.</summary>
internal sealed class TypesetTexts(ResourceManagerStringLocalizerFactory written) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Texts(written.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Texts(written.Create(baseName, location));

    private sealed class Texts(IStringLocalizer written) : IStringLocalizer
    {
        public LocalizedString this[string name] => Set(written[name]);

        public LocalizedString this[string name, params object[] arguments] => Set(written[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => written.GetAllStrings(includeParentCultures).Select(Set);

        private static LocalizedString Set(LocalizedString text) =>
            Language.Current.Code == "fr" ? new(text.Name, FrenchSpaces.Set(text.Value), text.ResourceNotFound, text.SearchedLocation) : text;
    }
}
