using CecSim.Simulation.Findings;
using CecSim.Simulation.SpaceEvents;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Findings;

/// <summary>What a space keeps of what its clients do wrong.</summary>
public sealed class ClientMonitorTests : IDisposable
{
    private static readonly JournalId Entry = new(7);
    private static readonly TokenPair Tokens = new(1, 1);

    private readonly Space _space = Create();
    private readonly User _user;

    public ClientMonitorTests() => _user = _space.SignIn();

    private ClientMonitor Monitor => _space.Monitor;

    public void Dispose() => _space.Dispose();

    [Theory]
    [InlineData(2, 2, null)]
    [InlineData(1, 2, "the AccessToken was kept")]
    [InlineData(2, 1, "the ccmessaging-token was kept")]
    public void After_a_403_both_tokens_are_to_be_renewed_which_is_judged_once(
        uint access, uint messaging, string? detail)
    {
        Monitor.Refused(_user, Tokens, status: 403);

        Monitor.Asks(_user, Tokens, Entry);
        Assert.Empty(Monitor.Read());
        Monitor.Asks(_user, new(access, messaging), Entry);
        Monitor.Asks(_user, new(1, 3), Entry);

        Assert.Equal(detail, Monitor.Read().SingleOrDefault()?.Cases.Single().Detail);
    }

    [Fact]
    public void Another_status_than_403_asks_for_no_new_tokens()
    {
        Monitor.Refused(_user, Tokens, status: 401);

        Monitor.Asks(_user, new(1, 2), Entry);

        Assert.Empty(Monitor.Read());
    }

    [Fact]
    public void A_finding_names_its_user_its_moment_and_the_entry_of_the_journal()
    {
        Monitor.Refused(_user, Tokens, status: 403);

        Monitor.Asks(_user, new(1, 2), Entry);

        Assert.Equal(
            new FindingCase(_space.Time.ReadNow(), "7", "u1", "the AccessToken was kept"),
            Assert.Single(Assert.Single(Monitor.Read()).Cases));
    }

    [Fact]
    public void What_ends_a_poll_counts_once()
    {
        var poll = Begin();

        Monitor.PollSucceeds(poll, [Last], isSuperseded: false, Entry);
        Monitor.PollFails(poll, isOfTokens: false, TimeSpan.Zero, Entry);
        Begin();

        Assert.Equal(FindingKind.PolledAfterFinalEvent, Assert.Single(Monitor.Read()).Rule.Kind);
    }

    [Fact]
    public void A_last_event_whose_answer_was_cut_short_has_not_been_seen()
    {
        var poll = Begin();
        Monitor.PollSucceeds(poll, [Last], isSuperseded: false, Entry);

        Monitor.PollIsCutShort(poll, TimeSpan.FromSeconds(25), isOwnDoing: true, Entry);
        Begin();

        Assert.Empty(Monitor.Read());
    }

    [Fact]
    public void Two_polls_that_were_hung_up_early_are_found_and_those_that_a_fault_cut_are_not()
    {
        for (var i = 0; i < 2; i++)
        {
            Monitor.PollIsCutShort(Begin(), TimeSpan.FromSeconds(25), isOwnDoing: false, Entry);
        }

        Assert.Empty(Monitor.Read());
        for (var i = 0; i < 2; i++)
        {
            Monitor.PollIsCutShort(Begin(), TimeSpan.FromSeconds(25), isOwnDoing: true, Entry);
        }

        Assert.Equal(FindingKind.TimeoutShorterThanHold, Assert.Single(Monitor.Read()).Rule.Kind);
    }

    [Theory]
    [InlineData(PollKind.ClickToCall, null)]
    [InlineData(PollKind.Chat, "in a text session")]
    public void A_finding_says_whether_it_is_of_a_text_session(PollKind kind, string? detail)
    {
        Monitor.PollSucceeds(
            Monitor.PollBegins(_user, kind, Tokens, Entry), [], isSuperseded: true, Entry);

        Assert.Equal(detail, Assert.Single(Assert.Single(Monitor.Read()).Cases).Detail);
    }

    [Fact]
    public void What_goes_wrong_with_one_kind_of_poll_is_no_matter_of_the_other()
    {
        for (var i = 0; i < 4; i++)
        {
            Monitor.PollFails(Begin(), isOfTokens: false, TimeSpan.Zero, Entry);
        }

        Monitor.PollBegins(_user, PollKind.Chat, Tokens, Entry);
        Assert.Empty(Monitor.Read());
        Begin();
        Assert.Equal(FindingKind.WentOnAfterFailures, Assert.Single(Monitor.Read()).Rule.Kind);
    }

    [Fact]
    public void New_tokens_excuse_going_on_only_after_a_failure_of_tokens()
    {
        for (var i = 0; i < 4; i++)
        {
            Monitor.PollFails(Begin(), isOfTokens: true, TimeSpan.Zero, Entry);
        }

        Monitor.PollBegins(_user, PollKind.ClickToCall, new(2, 2), Entry);

        Assert.Empty(Monitor.Read());
    }

    [Fact]
    public void New_tokens_do_not_excuse_going_on_after_failures_that_no_token_could_help()
    {
        for (var i = 0; i < 4; i++)
        {
            Monitor.PollFails(Begin(), isOfTokens: false, TimeSpan.Zero, Entry);
        }

        Monitor.PollBegins(_user, PollKind.ClickToCall, new(2, 2), Entry);

        Assert.Equal(FindingKind.WentOnAfterFailures, Assert.Single(Monitor.Read()).Rule.Kind);
    }

    [Fact]
    public void An_answer_with_several_events_is_the_last_if_one_of_them_is()
    {
        Monitor.PollSucceeds(Begin(), [Last with { Kind = CallEventKind.Queued }, Last], isSuperseded: false, Entry);

        Begin();

        Assert.Equal(FindingKind.PolledAfterFinalEvent, Assert.Single(Monitor.Read()).Rule.Kind);
    }

    [Fact]
    public async Task An_event_that_waited_for_a_minute_of_both_clocks_is_found_with_the_poll_that_brings_it()
    {
        var real = new ManualTime();
        using var space = new Space(new SpaceSettings(), real, ClockSettings.Frozen, TestGuard.Create());
        var (user, posted) = (space.SignIn(), space.Time.ReadNow());
        space.Monitor.SessionBegan(user, PollKind.ClickToCall, Entry);
        real.Advance(TimeSpan.FromMinutes(1));
        await space.AdvanceAsync(60);

        var poll = space.Monitor.PollBegins(user, PollKind.ClickToCall, Tokens, Entry);
        space.Monitor.PollSucceeds(poll, [Last with { At = posted }], isSuperseded: false, Entry);

        Assert.Equal(FindingKind.EventWaited, Assert.Single(space.Monitor.Read()).Rule.Kind);
    }

    [Theory]
    [InlineData(false, "the call still waits for its client")]
    [InlineData(true, null)]
    public async Task A_call_whose_client_is_silent_stands_wrong_unless_the_customer_left_it(bool left, string? detail)
    {
        var real = new ManualTime();
        using var space = new Space(new SpaceSettings(), real, ClockSettings.Frozen, TestGuard.Create());
        var user = space.SignIn();
        space.Monitor.SessionBegan(user, PollKind.ClickToCall, Entry);
        if (left)
        {
            space.Monitor.SessionLeft(user, PollKind.ClickToCall, Entry);
        }

        real.Advance(TimeSpan.FromMinutes(1));
        await space.AdvanceAsync(60);

        Assert.Equal(detail, space.Monitor.Read().SingleOrDefault()?.Cases.Single().Detail);
    }

    [Fact]
    public void Those_who_follow_the_space_are_told_what_is_found()
    {
        List<SpaceEvent> told = [];
        _space.Events.Subscribe(told.Add);

        Monitor.Note(FindingKind.SipRefused, "u1", Entry, "by a test");

        var found = Assert.Single(told.OfType<FindingReported>());
        Assert.Equal((FindingKind.SipRefused, "by a test"), (found.Rule.Kind, found.Case.Detail));
    }

    [Fact]
    public void A_client_calls_without_tls_as_often_as_it_likes_and_is_found_once()
    {
        Monitor.CallsWithoutTls(_user);
        Monitor.CallsWithoutTls(_user);

        var found = Assert.Single(Monitor.Read());
        Assert.Equal((FindingKind.GatewayWithoutTls, 1), (found.Rule.Kind, found.Count));
    }

    [Fact]
    public void A_secret_in_an_invite_is_masked_in_what_is_found()
    {
        _space.Media.Judge(new("202403015666.cecsim.test", _space.Settings.AppSecret, GatewayRoute.AnonymousCaller));

        var found = Assert.Single(Assert.Single(Monitor.Read()).Cases);
        Assert.StartsWith("no call has the access code '***", found.Detail, StringComparison.Ordinal);
        Assert.Null(found.User);
    }

    [Fact]
    public void What_the_gateway_finds_is_kept_with_its_user_and_entry()
    {
        Monitor.Note(FindingKind.SipRefused, "u1", Entry, "by a test");
        Monitor.Note(FindingKind.SipRefused, user: null, entry: null, "by a test");

        Assert.Equal(
            [("7", "u1"), (null, null)],
            Assert.Single(Monitor.Read()).Cases.Select(c => ((string?)c.Entry, (string?)c.User)));
    }

    private static CallEvent Last => new(1, CallEventKind.Released, default, Cause: Cause.Released);

    private PollTracker Begin() => Monitor.PollBegins(_user, PollKind.ClickToCall, Tokens, Entry);
}
