using System.Globalization;

namespace CecSim.Simulation.Tests.Faults;

/// <summary>What each fault does to what it strikes, where it may stand, and whether the request goes on.</summary>
public sealed class FaultDeedTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly string Draw = new SeededRandom(3).Next().ToString(CultureInfo.InvariantCulture);

    private static readonly (RequestFault Fault, FaultPlace Place, FaultOutcome Outcome, string Deed)[] OfRequests =
    [
        (new AccessTokenExpired(), FaultPlace.AccessTokens, FaultOutcome.Continue, "access token expires"),
        (new AccessTokenRevoked(), FaultPlace.AccessTokens, FaultOutcome.Continue, "access token is revoked"),
        (new MessagingTokenExpired(), FaultPlace.MessagingTokens, FaultOutcome.Continue, "messaging token expires"),
        (new StatusAnswer(503, "no"), FaultPlace.OverHttp, FaultOutcome.Handled, "answers 503 no"),
        (new ResultCodeAnswer("1", "no"), FaultPlace.OverHttp, FaultOutcome.Handled, "result 1 no"),
        (new TooManyRequests(Second), FaultPlace.OverHttp, FaultOutcome.Handled, "come back in 1"),
        (new ContentType("text/html"), FaultPlace.Answers, FaultOutcome.Continue, "alters the answer"),
        (new Delay(Second), FaultPlace.OverHttp, FaultOutcome.Continue, "waits 1"),
        (new Pause(PauseAt.Request), FaultPlace.Answers, FaultOutcome.Handled, "the request stands"),
        (new Pause(PauseAt.Answer), FaultPlace.Answers, FaultOutcome.Continue, "the answer will stand"),
        (new Hang(), FaultPlace.OverHttp, FaultOutcome.Handled, "hangs"),
        (new EmptyResponse(), FaultPlace.OverHttp, FaultOutcome.Handled, "closes after 0 bytes"),
        (new ConnectionReset(), FaultPlace.OverHttp, FaultOutcome.Handled, "resets"),
        (new MalformedChunk(), FaultPlace.OverHttp, FaultOutcome.Continue, "alters the answer"),
        (new Garbage(), FaultPlace.OverHttp, FaultOutcome.Handled, "closes after 256 bytes"),
        (new Truncate(), FaultPlace.OverHttp, FaultOutcome.Continue, "alters the answer"),
        (new Dribble(2, Second), FaultPlace.OverHttp, FaultOutcome.Continue, "alters the answer"),
        (new Bandwidth(10), FaultPlace.Answers, FaultOutcome.Continue, "alters the answer"),
        (new CookiesRefused(), FaultPlace.ConnectionBar, FaultOutcome.Continue, "no cookies"),
        (new FrameLate(Second), FaultPlace.ConnectionBar, FaultOutcome.Continue, "frame late by 1"),
        (new TlsError(), FaultPlace.CallsOfCec, FaultOutcome.Handled, "TLS fails"),
    ];

    private static readonly (InviteFault Fault, FaultPlace Place, string Deed)[] OfInvites =
    [
        (new SipStatus(486, "busy"), FaultPlace.Invites, "refuses 486 busy"),
        (new PauseInvite(), FaultPlace.Invites, "stands"),
        (new NoAnswer(), FaultPlace.Invites, "rings"),
        (new IceBlackhole(), FaultPlace.Gateway, "no checks"),
        (new DtlsFailure(), FaultPlace.Gateway, "no handshake"),
        (new OneWayAudio(), FaultPlace.Invites, "no audio"),
        (new PacketLoss(0.5), FaultPlace.Invites, $"loses 0.5 by {Draw}"),
        (new Jitter(Second), FaultPlace.Invites, $"late by 1 by {Draw}"),
        (new GatewayHangsUp(Second), FaultPlace.Gateway, "hangs up after 1"),
        (new SocketDrops(Second), FaultPlace.Gateway, "drops after 1"),
        (new Busy(), FaultPlace.Phones, "refuses 486 "),
        (new LateRinging(Second), FaultPlace.Phones, "rings late by 1"),
        (new EarlyMedia(), FaultPlace.Phones, "early media"),
        (new WrongCodec(), FaultPlace.Phones, "wrong codec"),
        (new RegistrationLost(), FaultPlace.Phones, "no registrations"),
    ];

    [Fact]
    public async Task A_fault_of_requests_does_its_deed_and_says_whether_the_request_goes_on()
    {
        foreach (var (fault, place, outcome, deed) in OfRequests)
        {
            var target = new NotedTarget();
            Assert.Equal((outcome, place), (await fault.InjectAsync(target), fault.Place));
            Assert.Equal([deed], target.Notes);
        }
    }

    [Fact]
    public void A_fault_of_invites_does_its_deed_and_says_of_which()
    {
        foreach (var (fault, place, deed) in OfInvites)
        {
            var target = new NotedTarget();
            fault.Strike(target, new SeededRandom(3));
            Assert.Equal([deed], target.Notes);
            Assert.Equal(place, fault.Place);
        }
    }

    [Fact]
    public void The_lists_of_faults_are_complete() => Assert.Equal(
        typeof(Fault).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(RequestFault)) || t.IsAssignableTo(typeof(InviteFault)))
            .Where(t => !t.IsAbstract)
            .Select(t => t.Name).Order(),
        OfRequests.Select(f => f.Fault.GetType().Name).Concat(OfInvites.Select(f => f.Fault.GetType().Name))
            .Distinct().Order());

    [Fact]
    public async Task An_answer_is_altered_in_one_thing_and_stays_as_it_was_in_all_others()
    {
        Assert.Equal(new AnswerPlan { ContentType = "text/html" }, await PlanOf(new ContentType("text/html")));
        Assert.Equal(new AnswerPlan { Ending = AnswerEnding.Truncated }, await PlanOf(new Truncate()));
        Assert.Equal(new AnswerPlan { Ending = AnswerEnding.BrokenChunk }, await PlanOf(new MalformedChunk()));
        Assert.Equal(
            new AnswerPlan { ContentType = "text/html", Ending = AnswerEnding.Truncated },
            await PlanOf(new Truncate(), new ContentType("text/html")));
    }

    [Theory]
    [InlineData(3, 9, "3@0 6@5 9@10")]
    [InlineData(3, 10, "3@0 6@5 10@10")]
    [InlineData(3, 2, "1@0 2@10")]
    [InlineData(3, 1, "1@0")]
    [InlineData(1, 9, "9@0")]
    [InlineData(3, 0, "0@0")]
    public async Task A_dribble_brings_the_first_piece_at_once_and_the_last_when_its_time_is_over(
        int chunks, int bytes, string pieces) =>
        Assert.Equal(pieces, await PiecesOf(new Dribble(chunks, TimeSpan.FromSeconds(10)), bytes));

    [Theory]
    [InlineData(20, 5, "2@0 4@0.1 5@0.2")]
    [InlineData(20, 4, "2@0 4@0.1")]
    [InlineData(5, 2, "1@0 2@0.2")]
    [InlineData(20, 0, "")]
    public async Task A_thin_line_brings_its_bytes_at_its_rate(int rate, int bytes, string pieces) =>
        Assert.Equal(pieces, await PiecesOf(new Bandwidth(rate), bytes));

    [Fact]
    public void A_place_covers_its_operations_alone()
    {
        Assert.Equal("invite", Only(FaultPlace.Gateway));
        Assert.Equal("ccbarclient", Only(FaultPlace.ConnectionBar));
        Assert.Equal("thirdPartyValidate", Only(FaultPlace.CallsOfCec));
        Assert.Equal("phone", Only(FaultPlace.Phones));
        Assert.Equal(["invite", "phone"], Without(FaultPlace.OverHttp));
        Assert.Equal(["invite", "phone", "thirdPartyValidate"], Without(FaultPlace.Answers).Order());
        Assert.Equal(
            Without(FaultPlace.OverHttp), VendorOperations.All.Where(FaultPlace.Invites.Covers).Select(o => o.Word));
        Assert.All(VendorOperations.All, o => Assert.Equal(
            (o.IsLongPoll, o.CarriesAccessToken, o.CarriesMessagingToken),
            (FaultPlace.Events.Covers(o), FaultPlace.AccessTokens.Covers(o), FaultPlace.MessagingTokens.Covers(o))));

        static string Only(FaultPlace place) => Assert.Single(VendorOperations.All, o => place.Covers(o)).Word;

        static IEnumerable<string> Without(FaultPlace place) =>
            VendorOperations.All.Where(o => !place.Covers(o)).Select(o => o.Word);
    }

    private static async Task<string> PiecesOf(RequestFault fault, int bytes) => string.Join(
        ' ', (await PlanOf(fault)).Pieces!(bytes).Select(p => $"{p.End}@{p.After.TotalSeconds}"));

    private static async Task<AnswerPlan> PlanOf(params RequestFault[] faults)
    {
        var target = new NotedTarget();
        foreach (var fault in faults)
        {
            await fault.InjectAsync(target);
        }

        return target.Plan;
    }
}
