namespace CecSim.Telephony.Tests.Sip.Transactions;

/// <summary>What our side of a call is known by is not to be guessed: RFC 3261, sections 8.1.1.7 and 19.3.</summary>
public sealed class SipIdsTests
{
    [Fact]
    public void Two_servers_of_one_seed_share_no_tag_and_no_branch()
    {
        var (first, second) = (End(new SipTestServer()), End(new SipTestServer()));

        Assert.NotEqual(first.Tag, second.Tag);
        Assert.NotEqual(first.Branch, second.Branch);
        Assert.All([first, second], ids => Assert.Matches("^[0-9a-f]{16}$", ids.Tag));
        Assert.All([first, second], ids => Assert.Matches("branch=z9hG4bK[0-9a-f]{16}", ids.Branch));
    }

    [Fact]
    public void The_tag_of_an_answer_without_memory_is_the_same_each_time_and_no_plain_hash_of_the_request()
    {
        var phone = Phone.OnDatagrams(new SipTestServer().Server);
        var broken = new Caller(phone).Request("OPTIONS", "Content-Type: \r\n", "body", type: "").Replace(
            "Max-Forwards: 70", "Max-Forwards: many", StringComparison.Ordinal);

        var (first, second) = (phone.Ask(broken), phone.Ask(broken));

        var plain = SHA256.HashData(Encoding.UTF8.GetBytes($"{first["Via"]}\n{first["Call-ID"]}"));
        Assert.Equal((400, first.ToTag), (second.Status, second.ToTag));
        Assert.Equal(16, first.ToTag.Length);
        Assert.NotEqual(Convert.ToHexStringLower(plain.AsSpan(0, 8)), first.ToTag);
    }

    private static (string Tag, string Branch) End(SipTestServer bench)
    {
        var phone = Phone.OnWebSocket(bench.Server);
        var tag = new Caller(phone).Connect().ToTag;
        bench.Call.HangUp("done");
        return (tag, phone.Take()["Via"]!);
    }
}
