using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WitaLive.App.Import;
using WitaLive.App.Languages;
using WitaLive.Domain;
using WitaLive.Tests.Access;
using WitaLive.Tests.Browser;
using WitaLive.Tests.Spreadsheets;

namespace WitaLive.Tests.Guards;

/// <summary>Nothing is open because somebody forgot to close it: what is for everyone stands in a list here.</summary>
public class EveryActAsksWho
{
    private static readonly Assembly s_app = typeof(Language).Assembly;

    // Pages for whoever passes by. Those of «dev» are not found outside Development, which a test of the door shows.
    private static readonly string[] s_openPages =
    [
        "/", "/accessibility", "/account/forgotten", "/account/no-access", "/account/password", "/account/sign-in", "/account/sign-up", "/amateur", "/answer", "/attestation", "/cadastre", "/cadastre/{Code}", "/check", "/dev/sign-in", "/error", "/figures", "/genuine", "/not-found",
        "/principles", "/principles/{Number}", "/privacy", "/simulators", "/simulators/deadline", "/simulators/decision", "/simulators/eligibility", "/simulators/notice", "/simulators/quorum", "/sittings", "/specimens",
    ];

    private static readonly string[] s_openAddresses =
    [
        "/account/sign-out", "/api/simulations/deadline", "/api/simulations/decision", "/api/simulations/eligibility", "/api/simulations/notice", "/api/simulations/quorum", "/api/{**rest}", "/calendar/{key}.ics", "/csp-reports", "/dev/sign-in/as", "/display/{key}", "/health", "/hubs/display",
        "/hubs/display/negotiate", "/language/{code}", "/lines", "/mail/bounces", "/openapi/{documentName}.json",
    ];

    // These say who someone is; they do nothing for them.
    private static readonly Type[] s_readers = [typeof(App.Access.Policies), typeof(App.Access.SignedInPerson), typeof(App.Access.AccountStamps)];

    [Fact]
    public void On_every_page_that_is_not_open_to_all() => Assert.Equal(
        s_openPages,
        s_app.GetTypes().Where(t => t.GetCustomAttribute<AuthorizeAttribute>() is null)
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template).Order(StringComparer.Ordinal));

    [Fact]
    public async Task At_every_address_that_is_not_open_to_all()
    {
        await using var app = await RunningApp.StartAsync();

        var open = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.Metadata.OfType<IAuthorizeData>().Any() && !e.Metadata.OfType<AuthorizationPolicy>().Any())
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(address => !s_openPages.Contains(address) && !address.StartsWith("/_", StringComparison.Ordinal) && !IsFile(address))
            .Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(s_openAddresses, open);
    }

    /// <summary>Each method that takes who acts refuses whoever is not signed in before it touches anything: here it has nothing to touch.</summary>
    [Theory, MemberData(nameof(Acts))]
    public async Task In_the_method_itself(string type, string method, int parameters)
    {
        var act = MethodsOf(s_app.GetType(type, throwOnError: true)!).Single(m => m.Name == method && m.GetParameters().Length == parameters);
        object?[] arguments = [.. act.GetParameters().Select(p => p.ParameterType == typeof(ClaimsPrincipal) ? Who.Nobody : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : Bare(p.ParameterType))];

        var refused = await Record.ExceptionAsync(async () =>
        {
            var answer = act.Invoke(Bare(act.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
            if (answer is Task<Result<ImportPreview>> import && (await import).Why() is ImportNotAllowed) // a refusal is a value there
                throw new UnauthorizedAccessException();
            if (answer is Task running)
                await running;
        });

        Assert.True(refused is UnauthorizedAccessException, $"{type}.{method}: {refused?.GetType().Name ?? "nothing refused"} {refused?.Message}");
    }

    public static TheoryData<string, string, int> Acts
    {
        get
        {
            var acts = new TheoryData<string, string, int>();
            foreach (var method in s_app.GetTypes().Where(t => t is { IsClass: true } && !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !s_readers.Contains(t)).SelectMany(MethodsOf)
                .Where(m => m.IsPublic && m.GetParameters().Any(p => p.ParameterType == typeof(ClaimsPrincipal))))
                acts.Add(method.DeclaringType!.FullName!, method.Name, method.GetParameters().Length);
            return acts;
        }
    }

    private static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Where(m => !m.IsGenericMethodDefinition && !m.IsSpecialName);

    // An object of ours and those it stands on, with a clock, and without a database or anything else from outside.
    private static object? Bare(Type type)
    {
        if (type == typeof(TimeProvider))
            return TimeProvider.System;
        if (type.Assembly != s_app || type.IsAbstract || type.IsInterface || type.ContainsGenericParameters || !type.IsClass)
            return null;
        var bare = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public).Where(f => f.FieldType != type))
            if (Bare(field.FieldType) is { } part)
                field.SetValue(bare, part);
        return bare;
    }


    private static bool IsFile(string address) => address.Contains("{**path:file}", StringComparison.Ordinal) || (Path.HasExtension(address) && !address.Contains('{', StringComparison.Ordinal));
}
