namespace CecSim.Telephony.Tests.WebRtc;

/// <summary>The side of ICE that looks for a way, against answers written by hand.</summary>
public sealed class ControllingAgentTests
{
    private static readonly IceCredentials Gateway = new("gate", "a-password-of-22-letters-or-more");
    private static readonly IPEndPoint First = new(IPAddress.Parse("192.0.2.1"), 1000);
    private static readonly IPEndPoint Second = new(IPAddress.Parse("192.0.2.2"), 2000);

    private readonly ManualTime _time = new();
    private readonly SentPackets _sent = [];
    private readonly ControllingAgent _agent;

    public ControllingAgentTests() => _agent = new ControllingAgent(
        _sent, TimeSpan.FromSeconds(30), new RtcInputs(_time, RandomSource.Secure));

    [Fact]
    public void Every_candidate_is_checked_and_the_first_to_answer_is_nominated()
    {
        _agent.Begin(Gateway, [First, Second]);
        Assert.Equal([First, Second], _sent.Select(s => s.To));
        Assert.All(_sent, s => Assert.False(Read(s.Packet).UseCandidate));

        Answer(_sent[1]);
        Assert.Equal((IceState.Waiting, Second, true), (_agent.State, _sent[2].To, Read(_sent[2].Packet).UseCandidate));
        Answer(_sent[2]);

        Assert.Equal((IceState.Connected, Second), (_agent.State, _agent.RemoteEndPoint));
        Assert.Equal(3, _sent.Count);
    }

    [Fact]
    public void A_check_is_signed_and_names_both_sides()
    {
        _agent.Begin(Gateway, [First]);

        Assert.True(StunMessage.TryRead(_sent[0].Packet, out var check));
        Assert.True(check.HasFingerprint && check.IsSignedWith(Gateway.Key));
        Assert.Equal($"gate:{_agent.Credentials.Fragment}", Encoding.ASCII.GetString(check.Username));
    }

    [Fact]
    public void A_check_without_an_answer_is_sent_again_with_growing_pauses()
    {
        var sentAt = new List<int>();
        _agent.Begin(Gateway, [First]);

        for (var ms = 20; ms <= 2400; ms += 20)
        {
            _time.Advance(TimeSpan.FromMilliseconds(20));
            var before = _sent.Count;
            _agent.Tick();
            sentAt.AddRange(Enumerable.Repeat(ms, _sent.Count - before));
        }

        Assert.Equal([100, 300, 700, 1500, 2300], sentAt);
        Assert.All(_sent, s => Assert.Equal(_sent[0].Packet, s.Packet));
    }

    [Theory]
    [InlineData("wrong password")]
    [InlineData("wrong address")]
    [InlineData("wrong transaction")]
    public void An_answer_that_only_looks_like_one_changes_nothing(string what)
    {
        _agent.Begin(Gateway, [First]);
        var transaction = _sent[0].Packet[8..20];
        transaction[0] ^= (byte)(what == "wrong transaction" ? 1 : 0);
        var writer = new StunWriter(new byte[200], StunType.BindingSuccess, transaction);
        var packet = writer.Finish(what == "wrong password" ? "guess"u8 : Gateway.Key);

        Assert.True(StunMessage.TryRead(packet, out var answer));
        _agent.TakeAnswer(answer, (what == "wrong address" ? Second : First).Serialize());

        Assert.Single(_sent);
        Assert.Equal(IceState.Waiting, _agent.State);
    }

    [Fact]
    public void A_check_that_is_refused_says_with_what()
    {
        _agent.Begin(Gateway, [First]);
        var writer = new StunWriter(new byte[200], StunType.BindingError, _sent[0].Packet.AsSpan(8, 12));
        writer.AddErrorCode(401, "Unauthenticated"u8);
        Assert.True(StunMessage.TryRead(writer.Finish(), out var refusal));

        _agent.TakeAnswer(refusal, First.Serialize());

        Assert.Equal((401, IceState.Waiting), (_agent.RefusedWith, _agent.State));
    }

    [Fact]
    public void Consent_is_asked_for_every_five_seconds_or_so_and_ends_without_an_answer()
    {
        Connect();

        Pass(TimeSpan.FromSeconds(3.9));
        Assert.Empty(_sent);
        Pass(TimeSpan.FromSeconds(2.2));
        Answer(Assert.Single(_sent));
        _sent.Clear();

        Assert.False(Pass(TimeSpan.FromSeconds(29)));
        Assert.InRange(_sent.Count, 4, 8);
        Assert.True(Pass(TimeSpan.FromSeconds(1.2)));
        Assert.Equal(IceState.ConsentLost, _agent.State);
    }

    [Fact]
    public void A_gateway_that_is_not_lite_gets_its_checks_answered()
    {
        var writer = new StunWriter(new byte[200], StunType.BindingRequest, new byte[12]);
        writer.Add(StunAttribute.Username, Encoding.ASCII.GetBytes($"{_agent.Credentials.Fragment}:gate"));
        var good = writer.Finish(_agent.Credentials.Key).ToArray();
        Assert.True(StunMessage.TryRead(good, out var check));

        Assert.True(_agent.Answer(check, First.Serialize(), _sent));
        var answer = Read(_sent[0].Packet);
        Assert.Equal((StunType.BindingSuccess, First), (answer.Type, answer.MappedAddress));
        Assert.Equal((IceState.Waiting, null), (_agent.State, _agent.Remote));

        var stranger = new ControllingAgent(
            _sent, TimeSpan.FromSeconds(30), new RtcInputs(_time, RandomSource.Secure));
        Assert.False(stranger.Answer(check, First.Serialize(), _sent));
        Assert.Single(_sent);
    }

    private static StunMessage Read(byte[] packet) =>
        StunMessage.TryRead(packet, out var message) ? message : throw new InvalidOperationException("no STUN");

    private void Connect()
    {
        _agent.Begin(Gateway, [First]);
        Answer(_sent[0]);
        Answer(_sent[1]);
        _sent.Clear();
    }

    private void Answer((byte[] Packet, IPEndPoint To) check)
    {
        var writer = new StunWriter(new byte[200], StunType.BindingSuccess, check.Packet.AsSpan(8, 12));
        Assert.True(StunMessage.TryRead(writer.Finish(Gateway.Key), out var answer));
        _agent.TakeAnswer(answer, check.To.Serialize());
    }

    /// <returns>Whether consent expired on the way.</returns>
    private bool Pass(TimeSpan time)
    {
        var hasExpired = false;
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(100))
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            hasExpired |= _agent.Tick();
        }

        return hasExpired;
    }
}
