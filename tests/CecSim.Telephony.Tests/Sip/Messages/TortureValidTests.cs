using static CecSim.Telephony.Tests.Sip.Messages.SipText;

namespace CecSim.Telephony.Tests.Sip.Messages;

/// <summary>What RFC 4475 says of its valid messages, on messages of our own. The section stands at each.</summary>
public sealed class TortureValidTests
{
    // 3.1.1.1
    [Fact]
    public void Odd_spaces_folding_case_and_compact_names_do_not_hide_what_is_meant()
    {
        var request = Request(Text(
            "INVITE sip:9001@cec.test;unknown SIP/2.0",
            "TO :\r\n sip:9001@cec.test ;   tag   = 77z",
            "f: \"A \\\\ \\\" quote\"  <sip:ann@cec.test>\r\n  ;\r\n  tag = 98",
            "MaX-fOrWaRdS: 0068",
            "i: odd.1@192.0.2.1",
            "CSeq: 0009\r\n  INVITE",
            "Via: SIP  / 2.0\r\n /UDP\r\n    192.0.2.2;branch=old",
            "v:  SIP  / 2.0  / TCP   hop.test  ;\r\n  branch  =   z9hG4bK9ik , SIP/2.0/UDP last.test; hidden;branch=z",
            "Subject:",
            "NewFangled:   kept as it is\r\n and joined ",
            "m:\"Q, , <\" <sip:ann@host.test>\t ; new=param , sip:other@host.test"));

        Assert.Equal("77z", request.To.Tag);
        Assert.Equal("A \\ \" quote", request.From.DisplayName);
        Assert.Equal("98", request.From.Tag);
        Assert.Equal(9u, request.Sequence);
        Assert.Equal("UDP", request.Via.Transport);
        Assert.Equal(3, request.Headers.Values("Via").Count());
        Assert.Equal("kept as it is and joined", request.Headers["newfangled"]);
        Assert.Equal(2, request.Headers.Values("Contact").Count());
    }

    // 3.1.1.2
    [Fact]
    public void Every_character_that_the_grammar_allows_is_allowed()
    {
        const string Method = "!iNt3r.-*_+`'~";
        var request = Request(Text(
            $"{Method} sip:a.B~(to-be!)&isn't+it$/?,;;*:&p=1*pas$wo~d_(x)@cec.test SIP/2.0",
            "Via: SIP/2.0/UDP host.test:5060;branch=z9hG4bK.-!%_*+`'~",
            "To: \"BEL:\\\a NUL:\\\0 DEL:\\\u007f\" <sip:9001@cec.test>",
            "From: token1~` token2'+_ <sip:ann@cec.test>;from=\"Ω\";tag=a_t~b",
            "extensionHeader-!.%*+_`'~: 大停電"));

        Assert.Equal(Method, request.Method);
        Assert.Equal("BEL:\a NUL:\0 DEL:\u007f", request.To.DisplayName);
        Assert.Equal("Ω", request.From.Parameters["from"]);
        Assert.Equal("大停電", request.Headers["extensionHeader-!.%*+_`'~"]);
    }

    // 3.1.1.3 and 3.1.1.4
    [Theory]
    [InlineData("sip:u%73er%20one@cec.test", "user one")]
    [InlineData("sip:null-%00-null@cec.test", "null-\0-null")]
    public void Escapes_of_a_user_are_read_even_of_a_null(string uri, string user) =>
        Assert.Equal(user, Request(Text("OPTIONS sip:cec.test SIP/2.0", $"To: <{uri}>")).To.Uri.User);

    // 3.1.1.5
    [Fact]
    public void A_percent_sign_in_a_method_or_a_name_is_no_escape()
    {
        var request = Request(Text("RE%47IST%45R sip:cec.test SIP/2.0", "To: \"%Z%45\" <sip:9001@cec.test>"));

        Assert.Equal("RE%47IST%45R", request.Method);
        Assert.Equal("%Z%45", request.To.DisplayName);
    }

    // 3.1.1.6
    [Fact]
    public void A_name_may_touch_the_bracket() => Assert.Equal(
        ("caller", "323"),
        Request(Text("OPTIONS sip:cec.test SIP/2.0", "From: caller<sip:ann@cec.test>;tag=323")) is var request
            ? (request.From.DisplayName, request.From.Tag)
            : default);

    // 3.1.1.7
    [Fact]
    public void Values_may_be_long()
    {
        var word = new string('x', 1000);
        var vias = string.Join(", ", Enumerable.Range(0, 34).Select(i => $"SIP/2.0/TCP h{i}.test;branch=z9hG4bK{i}"));

        var request = Request(Text(
            $"INVITE sip:{word}@cec.test SIP/2.0",
            $"Via: {vias}",
            $"From: {word} {word} <sip:ann@cec.test>;tag={word};{word}={word}",
            $"Call-ID: {word}@cec.test"));

        Assert.Equal(word, request.From.Tag);
        Assert.Equal(34, request.Headers.Values("Via").Count());
    }

    // 3.1.1.8
    [Fact]
    public void What_follows_the_body_in_a_datagram_is_not_looked_at()
    {
        var request = Request(
            Text("REGISTER sip:cec.test SIP/2.0", "Content-Length: 0") + Text("INVITE sip:9001@cec.test SIP/2.0"));

        Assert.Equal("REGISTER", request.Method);
        Assert.True(request.Body.IsEmpty);
    }

    // 3.1.1.9
    [Fact]
    public void Semicolons_before_the_at_sign_belong_to_the_user() => Assert.Equal(
        "user;par=u@cec.net",
        Request(Text("OPTIONS sip:cec.test SIP/2.0", "To: <sip:user;par=u%40cec.net@cec.test>")).To.Uri.User);

    // 3.1.1.10
    [Fact]
    public void A_via_may_name_a_transport_that_nobody_knows() => Assert.Equal(
        "UNKNOWN",
        Request(Text("OPTIONS sip:cec.test SIP/2.0", "Via: SIP/2.0/UNKNOWN t4.test;branch=z9hG4bKa")).Via.Transport);

    // 3.1.1.12 and 3.1.1.13
    [Theory]
    [InlineData("= 2**3 * 5**2 но сто девяносто девять - простое")]
    [InlineData("")]
    public void A_reason_may_be_anything_or_nothing(string reason) =>
        Assert.Equal(reason, Response(Text($"SIP/2.0 200 {reason}")).Reason);

    // 3.1.2.12, 3.1.2.14 and 3.1.2.15: broken, but without harm to us, which the RFC leaves to the reader.
    [Theory]
    [InlineData("Date: Fri, 01 Jan 2010 16:00:00 EST")]
    [InlineData("To: \"Watson, Thomas\" < sip:9001@cec.test >")]
    [InlineData("From: Bell, Alexander <sip:ann@cec.test>;tag=43")]
    public void Slips_that_leave_no_doubt_are_read(string header) =>
        Request(Text("OPTIONS sip:cec.test SIP/2.0", header));

    // 3.3.12 and 3.3.13
    [Theory]
    [InlineData("sip:ann@cec.test;unknown", true)]
    [InlineData("<sip:ann@cec.test;unknown>", false)]
    public void Without_brackets_a_parameter_is_of_the_header_and_with_them_of_the_address(string to, bool isOfHeader)
    {
        var address = Request(Text("OPTIONS sip:cec.test SIP/2.0", $"To: {to}")).To;

        Assert.Equal(isOfHeader, address.Parameters.Has("unknown"));
        Assert.Equal(!isOfHeader, address.Uri.Parameters.Has("unknown"));
    }

    // 3.3.14
    [Fact]
    public void A_contact_in_brackets_may_have_headers() => Request(Text(
        "REGISTER sip:cec.test SIP/2.0", "Contact: <sip:ann@cec.test?Route=%3Csip:proxy.test%3E>"));

    // 3.4.1
    [Fact]
    public void A_message_of_RFC_2543_is_read_without_branch_tag_or_hops()
    {
        var request = Request(Text(
            "INVITE sip:cec.test SIP/2.0",
            "Via: SIP/2.0/UDP iftgw.test:5060",
            "From: <sip:ann@cec.test>",
            "-Max-Forwards"));

        Assert.Null(request.Via.Branch);
        Assert.Null(request.From.Tag);
    }
}
