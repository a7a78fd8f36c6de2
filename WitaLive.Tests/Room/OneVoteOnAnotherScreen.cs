// What a batch carries is read from the render tree itself; an upgrade that changes its shape fails here and nowhere else.
#pragma warning disable BL0006
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.HtmlRendering.Infrastructure;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WitaLive.App.Ballots;
using WitaLive.App.Languages;
using WitaLive.App.Live;
using WitaLive.App.Presence;
using WitaLive.App.Room;
using WitaLive.Domain;
using WitaLive.Domain.Ballots;
using WitaLive.Domain.Meetings;

namespace WitaLive.Tests.Room;

/// <summary>
/// How much of a screen one vote of somebody else draws again. Hundreds of screens draw it at the same moment: what is drawn here in vain is
/// waited for there, and the measures of WitaLive.Bench are lost without any other test noticing.
/// </summary>
public class OneVoteOnAnotherScreen
{
    [Theory, InlineData("restricted", 1300), InlineData("enlarged", 2000), InlineData("plenary", 2000)]
    public async Task Is_a_handful_of_changes(string formation, int mostBytes)
    {
        await using var screen = Opened(formation, out var room, out var view);

        var sent = screen.Show(After(room, view, (5, Choice.For)));

        Assert.True(sent.Bytes <= mostBytes, $"A vote sends {sent.Bytes} bytes to every other screen, at most {mostBytes} were meant. Changed: {string.Join(", ", sent.Changed)}.");
        Assert.Subset(
            new HashSet<Type> { typeof(RoomScreen), typeof(Announcer), typeof(BallotPanel), typeof(SeatMap), typeof(MajorityBar) },
            sent.Changed.ToHashSet());
        Assert.Equal(0, sent.NewHandlers);
    }

    [Fact]
    public async Task Changes_the_buttons_only_of_who_voted()
    {
        await using var screen = Opened("restricted", out var room, out var view);

        var sent = screen.Show(After(room, view, (1, Choice.For)));

        Assert.Contains(typeof(VoteButtons), sent.Changed);
        Assert.Contains(typeof(VoteStatus), sent.Changed);
        Assert.Equal(0, sent.NewHandlers);
    }

    [Fact]
    public async Task Draws_what_is_folded_away_only_when_it_is_opened()
    {
        await using var screen = Opened("enlarged", out var room, out _);

        Assert.DoesNotContain(screen.Texts, text => text.Contains(room.Meeting.NameOf(room.Member(7)), StringComparison.Ordinal));
        await screen.OpenAsync<PeopleHere>();
        Assert.Contains(screen.Texts, text => text.Contains(room.Meeting.NameOf(room.Member(7)), StringComparison.Ordinal));
    }

    [Fact]
    public void Reads_out_no_count_that_is_no_longer_so()
    {
        using var screen = Opened("restricted", out var room, out var view);
        const string three = "Ont voté : 3 sur 6.";
        screen.Show(view = After(room, view, (3, Choice.For)));
        Assert.Contains(screen.Texts, text => Spaced(text) == three);

        screen.Show(After(room, view, (4, Choice.For))); // within the seconds in which nothing is read out

        Assert.DoesNotContain(screen.Texts, text => Spaced(text) == three);
    }

    [Fact]
    public void Invites_to_vote_who_may_vote_and_only_as_long()
    {
        var room = new TheRoom().SignedIn().Opened().Called(1);
        using var screen = new Watched(room.Member(1));
        screen.Show(room.View);
        screen.Show(room.BallotOn([1], false, "plus").View);
        Assert.Contains(screen.Texts, text => text.Contains("Vous pouvez voter maintenant", StringComparison.Ordinal));

        screen.Show(room.After(room.Member(1), new Recuse(room.Item(1), room.Member(1))).View);

        Assert.DoesNotContain(screen.Texts, text => text.Contains("Vous pouvez voter maintenant", StringComparison.Ordinal));
    }

    private static string Spaced(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static Watched Opened(string formation, out TheRoom room, out MeetingView view)
    {
        room = new TheRoom(formation).SignedIn().Opened().Called(1).BallotOn([1], false, "plus").Votes((0, Choice.For), (2, Choice.Against));
        view = room.View;
        var screen = new Watched(room.Member(1));
        screen.Show(view);
        return screen;
    }

    private static MeetingView After(TheRoom room, MeetingView before, (int, Choice) vote) => new(before.Id, room.Votes(vote).Meeting, before);

    /// <param name="Changed">The components of which something was sent.</param>
    private sealed record Sent(long Bytes, ImmutableArray<Type> Changed, int NewHandlers);

    /// <summary>The screen of one person, and what each state sends to it.</summary>
    private sealed class Watched : StaticHtmlRenderer
    {
        private static readonly Type s_writer = typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.Circuits.RenderBatchWriter", throwOnError: true)!;
        private static readonly MethodInfo s_write = s_writer.GetMethod("Write", BindingFlags.Public | BindingFlags.Instance, [typeof(RenderBatch).MakeByRefType()])!;

        private readonly PersonId _me;
        private readonly int _root;
        private readonly List<Sent> _sent = [];

        public Watched(PersonId me) : base(Services(), NullLoggerFactory.Instance)
        {
            _me = me;
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.Find("fr")!.Culture;
            _root = AssignRootComponentId(InstantiateComponent(typeof(RoomScreen)));
        }

        public IEnumerable<string> Texts => ComponentsOf(_root).SelectMany(component => Frames(component.Id).Where(f => f.FrameType is RenderTreeFrameType.Text).Select(f => f.TextContent)).ToList();

        // As in a circuit, not as on a page that is only printed.
        protected override RendererInfo RendererInfo => new("Server", isInteractive: true);

        public Sent Show(MeetingView view)
        {
            _sent.Clear();
            Func<MeetingCommand, Task<Outcome?>> send = Nothing;
            _ = Dispatcher.InvokeAsync(() => RenderRootComponentAsync(_root, ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(RoomScreen.View)] = view, [nameof(RoomScreen.Me)] = _me, [nameof(RoomScreen.Send)] = send, [nameof(RoomScreen.SendFromPanel)] = send, [nameof(RoomScreen.SendQuietly)] = send,
            })));
            return Assert.Single(_sent);
        }

        public Task OpenAsync<T>()
        {
            var handlers = ComponentsOf(_root).Where(c => c.Type == typeof(T)).SelectMany(c => Frames(c.Id))
                .Where(f => f.FrameType is RenderTreeFrameType.Attribute && f.AttributeName == "ontoggle").Select(f => f.AttributeEventHandlerId).ToList();
            return Dispatcher.InvokeAsync(() => DispatchEventAsync(Assert.Single(handlers), null, EventArgs.Empty));
        }

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
        {
            using var bytes = new MemoryStream();
            using (var writer = (IDisposable)Activator.CreateInstance(s_writer, bytes, true)!)
                s_write.Invoke(writer, [renderBatch]);
            var changed = renderBatch.UpdatedComponents.Array.Take(renderBatch.UpdatedComponents.Count)
                .Where(diff => diff.Edits.Count > 0).Select(diff => GetComponentState(diff.ComponentId).Component.GetType());
            _sent.Add(new(bytes.Length, [.. changed], renderBatch.DisposedEventHandlerIDs.Count));
            return base.UpdateDisplayAsync(renderBatch);
        }

        private IEnumerable<(int Id, Type Type)> ComponentsOf(int id) => Frames(id).Where(f => f.FrameType is RenderTreeFrameType.Component)
            .SelectMany(f => ComponentsOf(f.ComponentId).Prepend((f.ComponentId, f.ComponentType)));

        private List<RenderTreeFrame> Frames(int id)
        {
            var frames = GetCurrentRenderTreeFrames(id);
            return [.. frames.Array.Take(frames.Count)];
        }

        private static ServiceProvider Services()
        {
            var services = new ServiceCollection().AddLogging().AddLocalization();
            TheRoom.Services(services);
            return services.BuildServiceProvider();
        }

        private static Task<Outcome?> Nothing(MeetingCommand command) => Task.FromResult<Outcome?>(null);
    }
}
