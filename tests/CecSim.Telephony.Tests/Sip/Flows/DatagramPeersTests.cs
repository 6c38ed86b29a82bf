using static CecSim.Telephony.Tests.Sip.Messages.SipText;
using CecSim.Tests;

namespace CecSim.Telephony.Tests.Sip.Flows;

/// <summary>A port that others reach answers nobody at full speed whose address may be forged.</summary>
public sealed class DatagramPeersTests : IAsyncDisposable
{
    private static readonly IPAddress Stranger = IPAddress.Parse("192.0.2.7");

    private readonly SipTestServer _bench = new();
    private readonly DatagramPeers _peers;

    public DatagramPeersTests() => _peers = new DatagramPeers(_bench.Time);

    public ValueTask DisposeAsync() => _bench.Server.DisposeAsync();

    [Fact]
    public void A_stranger_is_heard_at_a_limited_rate_and_others_meanwhile()
    {
        Assert.Equal(DatagramPeers.BurstMax, Enumerable.Range(0, 1000).Count(_ => _peers.Admit(Stranger, 100)));
        Assert.True(_peers.Admit(IPAddress.Parse("192.0.2.8"), 100));

        _bench.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(20, Enumerable.Range(0, 1000).Count(_ => _peers.Admit(Stranger, 100)));
    }

    [Fact]
    public void A_stranger_is_sent_nothing_longer_than_came_in_its_name_and_not_much_in_all()
    {
        _peers.Admit(Stranger, 100);

        Assert.False(_peers.TrySpend(Stranger, 101));
        Assert.Equal(5, Enumerable.Range(0, 10).Count(_ => _peers.TrySpend(Stranger, 60)));
        _peers.Admit(Stranger, 100);
        Assert.Equal(5, Enumerable.Range(0, 10).Count(_ => _peers.TrySpend(Stranger, 60)));
    }

    [Fact]
    public void An_answer_that_is_longer_than_its_question_comes_when_it_was_asked_again()
    {
        _peers.Admit(Stranger, 100);
        Assert.False(_peers.TrySpend(Stranger, 150));

        _peers.Admit(Stranger, 100);

        Assert.True(_peers.TrySpend(Stranger, 150));
    }

    [Fact]
    public void All_strangers_together_are_heard_at_a_limited_rate_and_who_is_known_is_not()
    {
        _peers.Prove(Stranger);
        var heard = Enumerable.Range(0, 5_000)
            .Count(i => _peers.Admit(new IPAddress(BitConverter.GetBytes(0x0A000001 + i)), 1));

        Assert.Equal(1_000, heard);
        Assert.True(_peers.Admit(Stranger, 1));
    }

    [Fact]
    public void Who_has_proven_its_address_is_no_stranger_for_a_day()
    {
        _peers.Prove(Stranger);

        Assert.Equal(1000, Enumerable.Range(0, 1000).Count(_ => _peers.Admit(Stranger, 1)));
        Assert.True(_peers.TrySpend(Stranger, 60_000));
        _bench.Time.Advance(TimeSpan.FromDays(1));
        Assert.False(_peers.IsSeen(Stranger));
    }

    [Fact]
    public void Any_number_of_forged_addresses_shares_what_one_has()
    {
        for (var i = 0; i < 10_000; i++)
        {
            _bench.Time.Advance(TimeSpan.FromMilliseconds(2));
            _peers.Admit(new IPAddress(BitConverter.GetBytes(0x0A000001 + i)), 1);
        }

        Assert.Equal(
            DatagramPeers.BurstMax,
            Enumerable.Range(0x0B000001, 1000).Count(i => _peers.Admit(new IPAddress(BitConverter.GetBytes(i)), 1)));

        _bench.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(DatagramPeers.BurstMax, Enumerable.Range(0, 1000).Count(_ => _peers.Admit(Stranger, 1)));
    }

    [Fact]
    public async Task A_flood_to_an_open_port_is_passed_over_and_counted()
    {
        using var phone = OpenPhone();
        for (var i = 0; i < 2 * DatagramPeers.BurstMax; i++)
        {
            await phone.SendAsync(Text(
                "INVITE sip:9001@cec.test SIP/2.0", $"Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK{i}"));
        }

        await Eventually.IsTrueAsync(
            "as many floods as make a burst", () => _bench.Server.Tally.FloodsCount >= DatagramPeers.BurstMax);

        Assert.Equal(DatagramPeers.BurstMax, _bench.Refusals.Count);
    }

    [Fact]
    public async Task An_answer_to_a_stranger_is_no_longer_than_its_question_and_says_all_to_others()
    {
        using var phone = OpenPhone();
        var question = Text(
            "INVITE sip:9001@cec.test SIP/2.0",
            "Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bKa",
            "Contact: <sip:ann@127.0.0.1>",
            "Subject: an answer repeats nothing of this");
        _bench.Decide = _ => ValueTask.FromResult<InviteDecision>(
            new InviteDecision.Refuse(404) { Why = new string('x', 400) });

        await phone.SendAsync(question);
        var answer = await phone.TakeDatagramAsync();
        answer = answer.Status == 100 ? await phone.TakeDatagramAsync() : answer;

        Assert.Equal((404, null), (answer.Status, answer["Warning"]));
        Assert.True(Encoding.UTF8.GetByteCount(answer.Text) <= question.Length, answer.Text);

        // An ACK with our tag proves that the answer has arrived.
        var to = $"To: {answer["To"]}";
        await phone.SendAsync(question.Replace("INVITE", "ACK").Replace("To: <sip:9001@cec.test>", to));
        await phone.SendAsync(question.Replace("z9hG4bKa", "z9hG4bKb").Replace("usual@cec.test", "other"));
        answer = await phone.TakeDatagramAsync();
        answer = answer.Status == 100 ? await phone.TakeDatagramAsync() : answer;
        Assert.Contains("xxx", answer["Warning"], StringComparison.Ordinal);
    }

    private SocketPhone OpenPhone()
    {
        var open = _bench.Server.ListenUdp(new IPEndPoint(IPAddress.Any, 0));
        return new SocketPhone(ProtocolType.Udp, new IPEndPoint(IPAddress.Loopback, open.LocalEndPoint.Port));
    }
}
