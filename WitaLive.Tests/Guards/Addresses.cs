using System.Reflection;
using Microsoft.AspNetCore.Components;
using WitaLive.App.Languages;

namespace WitaLive.Tests.Guards;

public class Addresses
{
    [Fact] // what the framework cannot read as another type, it throws at, and the reader is told that something went wrong
    public void Are_read_as_text_for_anybody_may_write_anything_into_them()
    {
        var read = typeof(Language).Assembly.GetTypes().SelectMany(type => type.GetProperties()).Where(p => p.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not null).ToList();

        Assert.NotEmpty(read);
        Assert.Empty(read.Where(p => p.PropertyType != typeof(string) && p.PropertyType != typeof(string[])).Select(p => $"{p.DeclaringType!.Name}.{p.Name}"));
    }
}
