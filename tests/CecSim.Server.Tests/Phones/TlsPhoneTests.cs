using System.Net.Security;
using System.Net.Sockets;
using CecSim.Server.Tests.Gateway;
using static CecSim.Server.Tests.Phones.PhoneBench;

namespace CecSim.Server.Tests.Phones;

/// <summary>Phones that register and are called by TLS.</summary>
public sealed class TlsPhoneTests
{
    private static readonly CecSimArgs WithTls = Centre() with { SipTlsPort = 0 };

    [Fact]
    [Shows("6/softphone-by-tls")]
    public async Task A_phone_registers_by_TLS_and_is_called_over_that_connection()
    {
        await using var cec = await TestCec.StartAsync(WithTls);
        await using var phone = Baresip.Start(
            TlsOf(cec),
            "tls",
            "<sip:88881001@127.0.0.1;transport=tls>;auth_pass=cti-1234;answermode=auto;audio_codecs=PCMU",
            hertz: AgentHertz);
        await phone.SaysAsync("200 OK");
        await using var customer = Call(cec, await InvitedCall.ConnectAsync(cec), "PCMU");

        await Pitch.HeardAsync(customer.Heard, AgentHertz);

        var told = Assert.Single((await cec.ReadAsync($"{ControlAnswers.Space}/phones"))["phones"]!.AsArray())!;
        Assert.Equal("tls", (string)told["transport"]!);
    }

    [Fact]
    public async Task A_request_within_TLS_is_answered_within_it_and_names_the_transport()
    {
        await using var cec = await TestCec.StartAsync(WithTls);
        using var connection = new TcpClient();
        await connection.ConnectAsync(TlsOf(cec), TestCec.TestEnds);
        await using var tls = new SslStream(connection.GetStream(), false, (_, shown, _, _) => shown is not null);
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost" }, TestCec.TestEnds);
        await tls.WriteAsync(
            Encoding.UTF8.GetBytes(
                "OPTIONS sip:cecsim@localhost SIP/2.0\r\nVia: SIP/2.0/TLS phone.invalid;branch=z9hG4bK-tls\r\n" +
                "Max-Forwards: 70\r\nFrom: <sip:a@localhost>;tag=1\r\nTo: <sip:cecsim@localhost>\r\n" +
                "Call-ID: tls\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n"),
            TestCec.TestEnds);

        var buffer = new byte[4096];
        var answer = Encoding.UTF8.GetString(buffer, 0, await tls.ReadAsync(buffer, TestCec.TestEnds));

        Assert.StartsWith("SIP/2.0 200 ", answer, StringComparison.Ordinal);
        Assert.Contains("Via: SIP/2.0/TLS phone.invalid", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_speaks_no_TLS_is_hung_up_and_others_are_served()
    {
        await using var cec = await TestCec.StartAsync(WithTls);
        using var plain = new TcpClient();
        await plain.ConnectAsync(TlsOf(cec), TestCec.TestEnds);
        await plain.GetStream().WriteAsync(
            "OPTIONS sip:cecsim@localhost SIP/2.0\r\n\r\n"u8.ToArray(), TestCec.TestEnds);

        // An alert may come before the end.
        var buffer = new byte[64];
        while (await plain.GetStream().ReadAsync(buffer, TestCec.TestEnds) > 0)
        {
        }

        await A_request_within_TLS_is_answered_within_it_and_names_the_transport();
    }

    private static IPEndPoint TlsOf(TestCec cec) => cec.Gateway.SoftphonesByTls[0];
}
