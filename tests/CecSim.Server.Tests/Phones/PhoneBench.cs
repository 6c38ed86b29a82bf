using CecSim.Server.Tests.Gateway;

namespace CecSim.Server.Tests.Phones;

/// <summary>A centre with one agent, and real phones for it and its customer, each with a tone of its own.</summary>
internal static class PhoneBench
{
    public const int CustomerHertz = 440;
    public const int AgentHertz = 700;

    public static CecSimArgs Centre(Func<SpaceSettings, SpaceSettings>? change = null)
    {
        var settings = new SpaceSettings
        {
            Queues = [new QueueSettings { Name = "voice", Type = QueueType.VoiceClickToDial }],
            Agents = [new AgentSettings { WorkNo = 1001, SipAccount = "88881001", SipPassword = "cti-1234" }],
        };
        return new CecSimArgs { SipPort = 0, Spaces = [change is null ? settings : change(settings)] };
    }

    public static async Task<Baresip> RegisterAsync(
        TestCec cec, string parameters, string transport = "udp", string account = "88881001", int hertz = AgentHertz)
    {
        var phone = Baresip.Start(
            cec.Softphones,
            transport,
            $"<sip:{account}@127.0.0.1;transport={transport}>;auth_pass=cti-1234;{parameters}",
            hertz: hertz);
        await phone.SaysAsync("200 OK");
        return phone;
    }

    public static Baresip Call(TestCec cec, InvitedCall call, string codecs) => Baresip.Start(
        cec.Softphones,
        "udp",
        $"<sip:AnonymousCard@{call.Domain};transport=udp>;regint=0;medianat=ice;mediaenc=dtls_srtp;" +
        $"audio_codecs={codecs}",
        $"/dial sip:{call.AccessCode}@{call.Domain}",
        CustomerHertz);

    public static Task EventAsync(TestCec cec, string name, int count = 1) => Eventually.IsTrueAsync(
        name, () => cec.Spaces.First.Agents.Events.Count(e => e.Notice.EventType == name) >= count);
}
