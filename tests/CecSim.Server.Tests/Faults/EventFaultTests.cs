using static CecSim.Server.Tests.CecClient;
using static CecSim.Server.Tests.Faults.FaultyCec;

namespace CecSim.Server.Tests.Faults;

/// <summary>What polls bring when events are struck.</summary>
public sealed class EventFaultTests
{
    private const string Queued = "Call in queue";
    private const string Connected = "Call connected";
    private const string None = "ClickToCall polled without any events";

    private static readonly ScriptStep[] QueuedThenConnected = [new ScriptStep.Queued(), new ScriptStep.Connected()];

    private static readonly FaultWhen Once = new() { Nth = 1 };

    [Fact]
    public async Task A_duplicate_is_the_same_event_to_the_byte_in_the_next_answer()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(QueuedThenConnected, Once, new DuplicateEvent()));
        var client = await CallAsync(cec);

        var first = (await client.PollAsync()).Body;

        Assert.Contains(Queued, first);
        Assert.Equal(first, (await client.PollAsync()).Body);
        Assert.Equal(Connected, await PollAsync(client));
    }

    [Fact]
    public async Task Each_event_is_doubled_once_and_its_copy_is_not()
    {
        await using var cec = await TestCec.StartAsync(
            AtEvents(QueuedThenConnected, FaultWhen.Always, new DuplicateEvent()));
        var client = await CallAsync(cec);

        Assert.Equal(
            [Queued, Queued, Connected, Connected],
            [await PollAsync(client), await PollAsync(client), await PollAsync(client), await PollAsync(client)]);
        await cec.HeldAsync(client.PollAsync());
    }

    [Fact]
    public async Task A_dropped_event_never_arrives_and_its_poll_waits_for_the_next()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Queued(), new ScriptStep.Wait(TimeSpan.FromSeconds(4)), new ScriptStep.Connected()],
            Once,
            new DropEvent()));
        var client = await CallAsync(cec);
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(4);

        Assert.Equal(Connected, (await poll).Text("resultDesc"));
    }

    [Fact]
    public async Task Polls_in_vain_do_not_count()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Wait(TimeSpan.FromSeconds(25)), .. QueuedThenConnected], Once, new DropEvent()));
        var client = await CallAsync(cec);
        for (var i = 0; i < 2; i++)
        {
            var inVain = await cec.HeldAsync(client.PollAsync());
            await cec.AdvanceAsync(10);
            Assert.Equal(None, (await inVain).Text("resultDesc"));
        }

        var poll = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(5);

        Assert.Equal(Connected, (await poll).Text("resultDesc"));
    }

    [Fact]
    public async Task Two_waiting_events_change_places()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(QueuedThenConnected, Once, new ReorderEvents()));
        var client = await CallAsync(cec);

        Assert.Equal([Connected, Queued], [await PollAsync(client), await PollAsync(client)]);
    }

    [Fact]
    public async Task An_event_that_is_alone_waits_to_be_overtaken()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [new ScriptStep.Queued(), new ScriptStep.Wait(TimeSpan.FromSeconds(4)), new ScriptStep.Connected()],
            Once,
            new ReorderEvents()));
        var client = await CallAsync(cec);
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(4);

        Assert.Equal([Connected, Queued], [(await poll).Text("resultDesc"), await PollAsync(client)]);
    }

    [Fact]
    public async Task An_event_that_nothing_overtakes_comes_when_the_poll_would_have_ended()
    {
        await using var cec = await TestCec.StartAsync(
            AtEvents([new ScriptStep.Queued()], Once, new ReorderEvents()));
        var client = await CallAsync(cec);
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(10);

        Assert.Equal(Queued, (await poll).Text("resultDesc"));
    }

    [Fact]
    public async Task A_late_event_keeps_its_place()
    {
        await using var cec = await TestCec.StartAsync(
            AtEvents(QueuedThenConnected, Once, new LateEvent(TimeSpan.FromSeconds(5))));
        var client = await CallAsync(cec);
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(4.999);
        await cec.HeldAsync(poll);
        await cec.AdvanceAsync(0.001);

        Assert.Equal([Queued, Connected], [(await poll).Text("resultDesc"), await PollAsync(client)]);
    }

    [Fact]
    public async Task An_event_that_is_later_than_its_poll_comes_with_a_later_poll()
    {
        await using var cec = await TestCec.StartAsync(
            AtEvents(QueuedThenConnected, Once, new LateEvent(TimeSpan.FromSeconds(15))));
        var client = await CallAsync(cec);
        var first = await cec.HeldAsync(client.PollAsync());
        await cec.AdvanceAsync(10);
        Assert.Equal(None, (await first).Text("resultDesc"));
        var second = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(5);

        Assert.Equal(Queued, (await second).Text("resultDesc"));
    }

    [Fact]
    public async Task A_connection_that_dies_with_its_event_leaves_none_for_the_next_poll()
    {
        await using var cec = await TestCec.StartAsync(
            AtEvents(QueuedThenConnected, Once, new DropConnectionAfterTakingEvent()));
        var client = await CallAsync(cec);
        await using var socket = await RawConnection.OpenAsync(cec.Url("http"));
        await socket.SendAsync(client.RawGet(EventsPath));

        Assert.Equal(SocketError.ConnectionReset, await socket.ReadToErrorAsync());

        Assert.Equal(Connected, await PollAsync(client));
    }

    [Fact]
    public async Task Several_faults_of_one_event_compose_in_their_order()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            QueuedThenConnected,
            Once,
            new LateEvent(TimeSpan.FromSeconds(1)),
            new ReorderEvents(),
            new DuplicateEvent()));
        var client = await CallAsync(cec);
        var poll = await cec.HeldAsync(client.PollAsync());

        await cec.AdvanceAsync(1);

        Assert.Equal(
            [Connected, Connected, Queued],
            [(await poll).Text("resultDesc"), await PollAsync(client), await PollAsync(client)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Doubling_and_reordering_every_event_comes_to_an_end(bool doublesFirst)
    {
        Fault[] faults = doublesFirst
            ? [new DuplicateEvent(), new ReorderEvents()]
            : [new ReorderEvents(), new DuplicateEvent()];
        await using var cec = await TestCec.StartAsync(AtEvents(QueuedThenConnected, FaultWhen.Always, faults));
        var client = await CallAsync(cec);
        var seen = new List<string>();
        for (var i = 0; i < (doublesFirst ? 4 : 3); i++)
        {
            seen.Add(await PollAsync(client));
        }

        string[] expected = doublesFirst ? [Queued, Queued, Connected, Connected] : [Connected, Connected, Queued];
        Assert.Equal(expected, seen);
        await cec.HeldAsync(client.PollAsync());
    }

    [Fact]
    public async Task Every_two_events_change_places()
    {
        await using var cec = await TestCec.StartAsync(AtEvents(
            [.. QueuedThenConnected, new ScriptStep.Transferred(), new ScriptStep.Failed(new(1, ""))],
            FaultWhen.Always,
            new ReorderEvents()));
        var client = await CallAsync(cec);

        Assert.Equal(
            [Connected, Queued, "Call failed", "Call transfered"],
            [await PollAsync(client), await PollAsync(client), await PollAsync(client), await PollAsync(client)]);
    }

    [Fact]
    public async Task An_event_is_counted_once_however_often_its_answer_must_be_sent()
    {
        var settings = AtEvents(QueuedThenConnected, new FaultWhen { Nth = 2 }, new DropEvent());
        await using var cec = await TestCec.StartAsync(settings with
        {
            Faults =
            [
                .. settings.Faults,
                new FaultRule(CecOperation.GetClickToCallEvents, new FaultWhen { First = 2 }, new Truncate()),
            ],
        });
        var client = await CallAsync(cec);
        for (var i = 0; i < 2; i++)
        {
            await using var socket = await RawConnection.OpenAsync(cec.Url("http"));
            await socket.SendAsync(client.RawGet(EventsPath));
            await socket.ReadToEndAsync();
        }

        Assert.Equal(Queued, await PollAsync(client));
        await cec.HeldAsync(client.PollAsync());
    }

    [Fact]
    public async Task A_new_call_does_not_wait_for_what_held_back_the_old_ones_events()
    {
        await using var cec = await TestCec.StartAsync(
            AtEvents([new ScriptStep.Failed(new(1, ""))], Once, new LateEvent(TimeSpan.FromHours(1))));
        var client = await CallAsync(cec);
        var poll = await cec.HeldAsync(client.PollAsync());

        await client.CreateAsync();

        Assert.Equal("Call failed", (await poll).Text("resultDesc"));
    }

    private static async Task<CecClient> CallAsync(TestCec cec)
    {
        var client = await cec.SignInAsync();
        await client.CreateAsync();
        return client;
    }

    private static async Task<string> PollAsync(CecClient client) => (await client.PollAsync()).Text("resultDesc");
}
