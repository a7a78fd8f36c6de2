using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Languages;

/// <summary>Gives every text as <see cref="FrenchSpaces"/> sets it when it is read in French, and as it is written otherwise.</summary>
internal sealed class TypesetTexts(ResourceManagerStringLocalizerFactory written) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Texts(written.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Texts(written.Create(baseName, location));

    private sealed class Texts(IStringLocalizer written) : IStringLocalizer
    {
        // A text without gaps is always the same, and is asked for each time a screen is drawn.
        private static readonly ConcurrentDictionary<string, string> s_known = new();

        public LocalizedString this[string name] => Set(written[name], static text => s_known.GetOrAdd(text, FrenchSpaces.Set));

        public LocalizedString this[string name, params object[] arguments] => Set(written[name, arguments], FrenchSpaces.Set);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            written.GetAllStrings(includeParentCultures).Select(text => Set(text, FrenchSpaces.Set));

        private static LocalizedString Set(LocalizedString text, Func<string, string> set) => Language.Current.Code != "fr" || text.ResourceNotFound
            ? text : new(text.Name, set(text.Value), text.ResourceNotFound, text.SearchedLocation);
    }
}
