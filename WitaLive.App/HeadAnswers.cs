namespace WitaLive.App;

/// <summary>Whoever watches over a site, or wants to know how large a file is, asks for its head; what is mapped for reading answers that, too.</summary>
internal static class HeadAnswers
{
    public static TBuilder AnswersHead<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint => endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head])));
        return endpoints;
    }
}
