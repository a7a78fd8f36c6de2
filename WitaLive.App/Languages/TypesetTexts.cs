using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace WitaLive.App.Languages;

/// <summary>Gives every text as <see cref="Typesetting"/> sets it in the language in which it is read.</summary>
internal sealed class TypesetTexts(ResourceManagerStringLocalizerFactory written) : IStringLocalizerFactory
{
    public IStringLocalizer Create(Type resourceSource) => new Texts(written.Create(resourceSource));

    public IStringLocalizer Create(string baseName, string location) => new Texts(written.Create(baseName, location));

    private sealed class Texts(IStringLocalizer written) : IStringLocalizer
    {
        // A text without gaps is always the same, and is asked for each time a screen is drawn.
        private static readonly ConcurrentDictionary<(string Text, string Language), string> s_known = new();

        public LocalizedString this[string name] => Set(written[name], static (text, language) => s_known.GetOrAdd((text, language), static key => Typesetting.Set(key.Text, key.Language)));

        public LocalizedString this[string name, params object[] arguments] => Set(written[name, arguments], Typesetting.Set);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
            written.GetAllStrings(includeParentCultures).Select(text => Set(text, Typesetting.Set));

        private static LocalizedString Set(LocalizedString text, Func<string, string, string> set) => text.ResourceNotFound
            ? text : new(text.Name, set(text.Value, Language.Current.Code), text.ResourceNotFound, text.SearchedLocation);
    }
}
