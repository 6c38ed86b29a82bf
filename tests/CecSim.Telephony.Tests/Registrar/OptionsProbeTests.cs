using CecSim.Telephony.Tests.Sip;

namespace CecSim.Telephony.Tests.Registrar;

/// <summary>Registered phones are asked whether they are there: RFC 3261, section 11.</summary>
public sealed class OptionsProbeTests
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(32);

    private readonly SipTestServer _bench = new(new() { OptionsEvery = Every });
    private readonly Phone _phone;
    private readonly Softphone _softphone;

    public OptionsProbeTests()
    {
        _phone = Phone.OnDatagrams(_bench.Server);
        _softphone = new Softphone(_phone);
        _softphone.Register();
        _bench.Heard.Clear();
    }

    [Fact]
    public void A_registered_phone_is_sent_OPTIONS_in_each_interval_and_its_answer_is_told_once()
    {
        var first = NextOptions();
        Assert.Equal("OPTIONS sip:1001@127.0.0.1:5099 SIP/2.0", first.StartLine);
        Assert.Equal(
            ("<sip:1001@cec.test>", "1 OPTIONS", "application/sdp"), (first["To"], first["CSeq"], first["Accept"]));
        Answer(first, "200 OK");

        var second = NextOptions();
        Answer(second, "200 OK");

        Assert.Equal((first["Call-ID"], "2 OPTIONS"), (second["Call-ID"], second["CSeq"]));
        Assert.Equal(["1001 answers"], _bench.Heard);
    }

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("486 Busy Here")]
    [InlineData("501 Not Implemented")]
    public void Whatever_a_phone_answers_it_is_there(string status)
    {
        Answer(NextOptions(), status);

        Assert.Equal(["1001 answers"], _bench.Heard);
    }

    [Fact]
    public void A_silent_phone_is_told_and_told_again_when_it_answers()
    {
        NextOptions();
        _bench.Time.Advance(Patience);
        Assert.Equal(["1001 is silent"], _bench.Heard);
        _phone.TakeAll();
        Assert.Single(_bench.Server.Registrar.All());

        Answer(NextOptions(), "200 OK");

        Assert.Equal(["1001 is silent", "1001 answers"], _bench.Heard);
    }

    [Fact]
    public void A_phone_that_registers_again_is_asked_once_in_each_interval()
    {
        _bench.Time.Advance(Every / 2);
        _softphone.Again();

        _bench.Time.Advance(Every / 2);
        Assert.Null(_phone.Next());
        Answer(NextOptions(Every / 2), "200 OK");

        Assert.Null(_phone.Next());
    }

    [Fact]
    public void A_phone_that_is_gone_is_asked_no_more()
    {
        var asked = NextOptions();
        _softphone.Again("Expires: 0\r\n");
        _bench.Heard.Clear();
        Answer(asked, "200 OK");

        _bench.Time.Advance(2 * Every);

        Assert.Null(_phone.Next());
        Assert.Empty(_bench.Heard);
        _bench.AssertNothingLeft();
    }

    private SipWireText NextOptions(TimeSpan? wait = null)
    {
        _bench.Time.Advance(wait ?? Every);
        return _phone.Take();
    }

    private void Answer(SipWireText options, string status) => _phone.Send(
        $"SIP/2.0 {status}\r\nVia: {options["Via"]}\r\nFrom: {options["From"]}\r\nTo: {options["To"]};tag=p\r\n" +
        $"Call-ID: {options["Call-ID"]}\r\nCSeq: {options["CSeq"]}\r\nContent-Length: 0\r\n\r\n");
}
