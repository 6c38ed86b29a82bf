using CecSim.Telephony.Sip.Messages;
using static CecSim.Telephony.Tests.Sip.Messages.SipText;

namespace CecSim.Telephony.Tests.Sip.Messages;

public sealed class ReaderTests
{
    private const string Options = "OPTIONS sip:9001@cec.test SIP/2.0";

    [Theory]
    [InlineData("v: SIP/2.0/WS a.invalid;branch=z9hG4bK1", "Via")]
    [InlineData("k: timer", "Supported")]
    [InlineData("c: application/sdp", "Content-Type")]
    [InlineData("x: 90", "Session-Expires")]
    public void A_compact_name_is_the_full_one(string header, string name) =>
        Assert.Equal(header[3..], Request(Text(Options, header)).Headers[name]);

    [Fact]
    public void Lines_may_end_with_LF_alone() =>
        Assert.Equal("usual@cec.test", Request(Text(Options).Replace("\r\n", "\n")).CallId);

    [Fact]
    public void A_body_without_length_is_all_that_follows() =>
        Assert.Equal("all of it", Request(Text(Options) + "all of it").BodyText);

    [Fact]
    public void A_body_is_counted_in_bytes_and_not_in_letters() =>
        Assert.Equal("äö", Request(Text(Options, "Content-Length: 4") + "äöü").BodyText);

    [Fact]
    public void A_head_without_an_end_is_a_bad_request() =>
        Assert.Equal(400, Fault(Text(Options).TrimEnd()).Status);

    [Fact]
    public void A_head_that_is_not_UTF_8_is_a_bad_request()
    {
        var bytes = Encoding.Latin1.GetBytes(Text(Options, "Subject: \u00ff"));

        Assert.Equal(
            "The head is not UTF-8", Assert.IsType<SipParseResult.Malformed>(SipReader.Read(bytes)).Fault.Reason);
    }

    [Fact]
    public void A_line_that_is_no_header_is_a_bad_request() =>
        Assert.Equal("A line is no header", Fault(Text(Options, "no colon")).Reason);

    [Fact]
    public void A_line_has_a_limit() =>
        Assert.Equal("A line is too long", Fault(Text(Options, $"Subject: {new string('x', 9000)}")).Reason);

    [Fact]
    public void A_way_of_two_hundred_hops_is_read_on_one_line_as_on_many()
    {
        var hops = Enumerable.Range(0, 200)
            .Select(i => $"SIP/2.0/UDP proxy-{i}.of-a-long-way.test;branch=z9hG4bK{i}")
            .ToList();

        Assert.Equal(200, Request(Text(Options, $"Via: {string.Join(", ", hops)}")).Headers.Values("Via").Count());
        Assert.Equal(200, Request(Text(Options, [.. hops.Select(h => $"Via: {h}")])).Headers.Values("Via").Count());
    }

    [Theory]
    [InlineData("zz::1", false)]
    [InlineData("[zz::1]", false)]
    [InlineData("[::1", false)]
    [InlineData("[::1%25eth0]", false)]
    [InlineData("[1.2.3.4]", false)]
    [InlineData("[]", false)]
    [InlineData("[1::2::3]", false)]
    [InlineData("[::1]", true)]
    [InlineData("[::1]:5060", true)]
    [InlineData("[::1]:0", false)]
    [InlineData("[::1]:70000", false)]
    [InlineData("[::ffff:192.0.2.1]", true)]
    [InlineData("::1", false)]
    [InlineData("1.2.3.4", true)]
    [InlineData("1.2.3.4:5060", true)]
    [InlineData("1.2.3.256", false)]
    [InlineData("1.2.3", false)]
    [InlineData("cec.test:0", false)]
    [InlineData("cec.test:65535", true)]
    [InlineData("cec.test:65536", false)]
    [InlineData("cec.test:", false)]
    [InlineData("cec.test:-1", false)]
    [InlineData("cec.test.", true)]
    [InlineData("cec..test", false)]
    [InlineData("-cec.test", false)]
    [InlineData("my_container", true)]
    [InlineData("4f2a9c", true)]
    public void A_host_is_a_name_or_an_address_and_a_port_is_one(string host, bool isOne)
    {
        foreach (var user in (string[])["", "ann@"])
        {
            var text = Text($"OPTIONS sip:{user}{host} SIP/2.0");
            Assert.True(Read(text) is SipParseResult.Sound == isOne, text);
        }

        Assert.True(
            Read(Text(Options, $"Via: SIP/2.0/UDP {host};branch=z9hG4bK1")) is SipParseResult.Sound == isOne, host);
    }

    [Fact]
    public void The_number_of_lines_has_a_limit() => Assert.Equal(
        "Too many header lines", Fault(Text(Options, [.. Enumerable.Range(0, 600).Select(i => $"X-{i}: 1")])).Reason);

    [Fact]
    public void A_message_has_a_limit() =>
        Assert.Equal("too large", Unreadable(Text(Options) + new string('x', 65_536)));

    // Otherwise the answer, which repeats the header, would have a line that the sender wrote.
    [Fact]
    public void A_CR_that_stands_alone_never_reaches_an_answer() =>
        Unreadable(Text(Options, "Subject: a\rX-Injected: b"));

    [Fact]
    public void What_is_written_is_read_as_the_same()
    {
        var written = SipWriter.Write(Request(Text(Options, "Content-Length: 3", "Content-Type: text/plain") + "abc"));

        var again = Assert.IsType<SipParseResult.Sound>(SipReader.Read(written)).Message;
        Assert.Equal("abc", again.BodyText);
        Assert.Equal("3", Assert.Single(again.Headers.Fields("Content-Length")));
    }

    [Fact]
    public void A_value_that_would_be_two_lines_is_not_written()
    {
        var response = new SipResponse(200, "OK").With("Subject", "a\r\nX-Injected: b");

        Assert.Throws<InvalidOperationException>(() => SipWriter.Write(response));
    }

    [Theory]
    [InlineData("sip:a@H.test", "sip:a@h.TEST", true)]
    [InlineData("sip:a@h.test", "sip:A@h.test", false)]
    [InlineData("sip:%61@h.test", "sip:a@h.test", true)]
    [InlineData("sip:a@h.test", "sip:a@h.test:5060", false)]
    [InlineData("sip:a@h.test;transport=tcp", "sip:a@h.test", false)]
    [InlineData("sip:a@h.test;transport=tcp", "sip:a@h.test;TRANSPORT=TCP", true)]
    [InlineData("sip:a@h.test;ob", "sip:a@h.test", true)]
    [InlineData("sips:a@h.test", "sip:a@h.test", false)]
    public void Addresses_are_compared_as_section_19_1_4_says(string left, string right, bool isSame)
    {
        Assert.True(SipUri.TryParse(left, out var one));
        Assert.True(SipUri.TryParse(right, out var other));

        Assert.Equal(isSame, one.Matches(other));
        Assert.Equal(isSame, other.Matches(one));
    }

    [Theory]
    [InlineData("sip:a@[2001:db8::1]:5070", "[2001:db8::1]", 5070)]
    [InlineData("sip:[::1]", "[::1]", null)]
    [InlineData("sips:a@host.test:5061;lr", "host.test", 5061)]
    public void Hosts_and_ports_are_told_apart(string text, string host, int? port)
    {
        Assert.True(SipUri.TryParse(text, out var uri));

        Assert.Equal((host, port), (uri.Host, uri.Port));
    }

    [Theory]
    [InlineData("sip:")]
    [InlineData("sip:@host.test")]
    [InlineData("sip:a@")]
    [InlineData("sip:a@host.test:99999")]
    [InlineData("sip:a@host.test;;lr")]
    [InlineData("sip:a@ho st.test")]
    [InlineData(":a@host.test")]
    public void What_is_no_address_is_not_taken_for_one(string text) => Assert.False(SipUri.TryParse(text, out _));
}
