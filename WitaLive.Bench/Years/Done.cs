using WitaLive.Domain;

namespace WitaLive.Bench.Years;

/// <summary>An act that is refused ends the making of a year: nothing is made up around it.</summary>
internal static class Done
{
    public static void Well(Refusal? why)
    {
        if (why is not null)
            throw new InvalidOperationException($"{why.Key}: {string.Join(", ", why.Gaps)}");
    }

    public static T Well<T>(Result<T> result)
    {
        switch (result)
        {
            case Result<T>.Ok(var value):
                return value;
            case Result<T>.Refused(var why):
                Well(why);
                break;
        }
        throw new System.Diagnostics.UnreachableException();
    }
}
