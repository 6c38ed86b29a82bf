using System.Text.Json.Nodes;
using CecSim.Simulation;
using CecSim.Simulation.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Scenarios.Tests;

/// <summary>A fault is described once: what is written of it is what arms it again.</summary>
public sealed class FaultWritingTests
{
    private const int CasesPerFault = 100;

    private static readonly Gen<TimeSpan> Duration = Gen.OneOf(
        Gen.Choose(1, 24 * 60 * 60 * 1_000).Select(ms => TimeSpan.FromMilliseconds(ms)),
        Gen.Choose(1, 24 * 60 * 60).Select(s => TimeSpan.FromSeconds(s)),
        Gen.Choose((int)TimeSpan.TicksPerMillisecond, int.MaxValue).Select(ticks => TimeSpan.FromTicks(ticks)));

    private static readonly Gen<double> Share = Gen.Choose(0, 1_000_000).Select(n => n / 1_000_000.0);

    private static readonly Gen<string> Text =
        Gen.Elements("13", "007", "no", "true", "~", "a: b", "- x", "呼叫", "\"q\"");

    // A form that is missing here is found by Every_name_has_a_fault_to_try.
    private static readonly IReadOnlyDictionary<string, (CecOperation At, Gen<Fault> Faults)> Tries =
        new Dictionary<string, (CecOperation, Gen<Fault>)>
        {
            ["accessTokenExpired"] = (CecOperation.Poll, Only(new AccessTokenExpired())),
            ["accessTokenRevoked"] = (CecOperation.Poll, Only(new AccessTokenRevoked())),
            ["messagingTokenExpired"] = (CecOperation.Poll, Only(new MessagingTokenExpired())),
            ["status"] = (CecOperation.Poll,
                from code in Gen.Choose(200, 599)
                from body in Text.OrNull()
                select (Fault)new StatusAnswer(code, body)),
            ["resultCode"] = (CecOperation.Send,
                from code in Text
                from desc in Text.OrNull()
                select (Fault)new ResultCodeAnswer(code, desc)),
            ["tooManyRequests"] = (CecOperation.Poll, Gen.OneOf(
                Only(new TooManyRequests()),
                Gen.Choose(1, 86_400).Select(s => (Fault)new TooManyRequests(TimeSpan.FromSeconds(s))))),
            ["delay"] = (CecOperation.Poll, Delays()),
            ["hang"] = (CecOperation.Poll, Only(new Hang())),
            ["emptyResponse"] = (CecOperation.Poll, Only(new EmptyResponse())),
            ["connectionReset"] = (CecOperation.Poll, Only(new ConnectionReset())),
            ["malformedChunk"] = (CecOperation.Poll, Only(new MalformedChunk())),
            ["garbage"] = (CecOperation.Poll, Only(new Garbage())),
            ["truncate"] = (CecOperation.Poll, Only(new Truncate())),
            ["dribble"] = (CecOperation.Poll,
                from chunks in Gen.Choose(2, 1_000)
                from over in Duration
                select (Fault)new Dribble(chunks, over)),
            ["duplicateEvent"] = (CecOperation.Poll, Only(new DuplicateEvent())),
            ["dropEvent"] = (CecOperation.Poll, Only(new DropEvent())),
            ["reorderEvents"] = (CecOperation.Poll, Only(new ReorderEvents())),
            ["lateEvent"] = (CecOperation.Poll, Duration.Select(by => (Fault)new LateEvent(by))),
            ["dropConnectionAfterTakingEvent"] = (CecOperation.Poll, Only(new DropConnectionAfterTakingEvent())),
            ["cookiesRefused"] = (CecOperation.Ccbarclient, Only(new CookiesRefused())),
            ["frameLate"] = (CecOperation.Ccbarclient, Duration.Select(by => (Fault)new FrameLate(by))),
            ["tlsError"] = (CecOperation.ThirdPartyValidate, Only(new TlsError())),
            ["sipStatus"] = (CecOperation.Invite,
                from code in Gen.Choose(300, 699)
                from reason in Text.OrNull()
                select (Fault)new SipStatus(code, reason)),
            ["noAnswer"] = (CecOperation.Invite, Only(new NoAnswer())),
            ["iceBlackhole"] = (CecOperation.Invite, Only(new IceBlackhole())),
            ["dtlsFailure"] = (CecOperation.Invite, Only(new DtlsFailure())),
            ["oneWayAudio"] = (CecOperation.Invite, Only(new OneWayAudio())),
            ["packetLoss"] = (CecOperation.Invite, Share.Select(share => (Fault)new PacketLoss(share))),
            ["jitter"] = (CecOperation.Invite,
                Gen.Choose(1, 10_000).Select(ms => (Fault)new Jitter(TimeSpan.FromMilliseconds(ms)))),
            ["gatewayHangsUp"] = (CecOperation.Invite, Duration.Select(after => (Fault)new GatewayHangsUp(after))),
            ["socketDrops"] = (CecOperation.Invite, Duration.Select(after => (Fault)new SocketDrops(after))),
        };

    public static TheoryData<string> Names => [.. ScenarioParts.FaultNames];

    [Fact]
    public void Every_name_has_a_fault_to_try() =>
        Assert.Equal(ScenarioParts.FaultNames.Order(StringComparer.Ordinal), Tries.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_fault_has_a_name() => Assert.Equal(
        typeof(Fault).Assembly.GetTypes().Count(t => t.IsSubclassOf(typeof(Fault)) && !t.IsAbstract),
        ScenarioParts.FaultNames.Count);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_reads_back_as_it_was_written(string name)
    {
        var (at, faults) = Tries[name];
        var rules =
            from fault in faults
            from nth in Gen.Choose(0, 9)
            from probability in Gen.OneOf(Gen.Constant<double?>(null), Share.Select(s => (double?)s))
            from after in Gen.OneOf(Gen.Constant<TimeSpan?>(null), Duration.Select(d => (TimeSpan?)d))
            let conditions = new FaultWhen
            {
                Every = nth % 3 == 1 ? nth : null,
                First = nth > 4 ? nth : null,
                Probability = probability,
                After = after,
            }
            select new FaultRule(at, conditions, fault);

        Prop.ForAll(rules.ToArbitrary(), rule =>
        {
            var written = ScenarioParts.Write(rule);
            var read = ScenarioParts.Fault(written.ToJsonString());

            Assert.Empty(read.Complaints);
            Assert.Equal(rule, read.Value);
            Assert.True(JsonNode.DeepEquals(written, ScenarioParts.Write(read.Value!)));
            Assert.Equal(name, ScenarioParts.NameOf(rule.Inject));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(CasesPerFault));
    }

    [Theory]
    [InlineData("u-*", null)]
    [InlineData(null, "202403010000000001")]
    [InlineData("a b", "7")]
    public void Whom_a_fault_strikes_reads_back_as_it_was_written(string? userId, string? channel)
    {
        var rule = new FaultRule(CecOperation.Poll, FaultWhen.Always, new Hang())
        {
            Match = new FaultMatch(userId, channel),
        };

        Assert.Equal(rule, ScenarioParts.Fault(ScenarioParts.Write(rule).ToJsonString()).Value);
    }

    [Fact]
    public void Durations_are_written_in_their_largest_unit()
    {
        var rule = new FaultRule(CecOperation.Ccbarclient, FaultWhen.Always, new FrameLate(TimeSpan.FromSeconds(3)));

        Assert.Equal(
            """{"at":"ccbarclient","inject":{"frameLate":"3s"}}""", ScenarioParts.Write(rule).ToJsonString());
    }

    private static Gen<Fault> Only(Fault fault) => Gen.Constant(fault);

    private static Gen<Fault> Delays()
    {
        var uniform =
            from a in Duration
            from b in Duration
            select (DelayTime)new DelayTime.Uniform(new DurationRange(a < b ? a : b, a < b ? b : a));
        var logNormal =
            from a in Duration
            from b in Duration
            from sigma in Gen.Choose(0, 500)
            select (DelayTime)new DelayTime.LogNormal(a < b ? a : b, sigma / 100.0, a < b ? b : a);
        return Gen.OneOf(Duration.Select(d => (DelayTime)d), uniform, logNormal).Select(t => (Fault)new Delay(t));
    }
}
