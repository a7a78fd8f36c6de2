using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WitaLive.App.Access;
using WitaLive.App.Jobs;
using WitaLive.Domain;

namespace WitaLive.App.Uploads;

public static class UploadsComposition
{
    /// <summary>Unit: bytes.</summary>
    internal const int LargestPiece = 1024 * 1024;

    private const int LongestOffer = 8 * 1024;

    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    public static IServiceCollection AddUploads(this IServiceCollection services) => services
        .AddSingleton<UploadHalves>()
        .AddSingleton<UploadPlaces>()
        .AddSingleton<UploadDesk>()
        .AddSweep<SweepUploads>(s_every, "SweepUploads");

    /// <summary>Files piece by piece: POST begins, PATCH sends the next piece, GET says where to go on. Each asks for the token of the page and for the right.</summary>
    public static void MapUploads(this WebApplication app)
    {
        var uploads = app.MapGroup("/uploads").RequireAuthorization(Policies.Account).AddEndpointFilter(OfOurPageAsync).ExcludeFromDescription();
        uploads.MapPost("/", async (UploadOffer? offer, HttpContext http, UploadDesk desk, IStringLocalizer<RefusalTexts> words) =>
            offer is { IsUsable: true } ? Answer(await desk.BeginAsync(http.User, offer, http.RequestAborted), words) : Results.StatusCode(StatusCodes.Status400BadRequest)).WithMetadata(new RequestSizeLimitAttribute(LongestOffer));
        uploads.MapGet("/{id:guid}", async (Guid id, HttpContext http, UploadDesk desk) =>
            await desk.StateAsync(http.User, id, http.RequestAborted) is { } state ? Results.Json(state) : Results.NotFound());
        uploads.MapPatch("/{id:guid}", async (Guid id, long offset, HttpContext http, UploadDesk desk, IStringLocalizer<RefusalTexts> words) =>
            await desk.ReceiveAsync(http.User, id, offset, http.Request.Body, http.RequestAborted) is { } outcome ? Answer(outcome, words) : Results.NotFound())
            .WithMetadata(new RequestSizeLimitAttribute(LargestPiece));
    }

    private static IResult Answer(Result<UploadState> outcome, IStringLocalizer<RefusalTexts> words) => outcome switch
    {
        Result<UploadState>.Ok(var state) => Results.Json(state),
        Result<UploadState>.Refused(var why) => Results.Json(new { Why = words[why.Key, [.. why.Gaps]].Value }),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static async ValueTask<object?> OfOurPageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        try
        {
            return await next(context);
        }
        catch (UnauthorizedAccessException)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}
