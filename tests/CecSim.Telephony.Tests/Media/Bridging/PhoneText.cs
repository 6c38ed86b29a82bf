namespace CecSim.Telephony.Tests.Media.Bridging;

/// <summary>A description as a desk phone writes it, with whatever a test wants different.</summary>
internal sealed record PhoneText
{
    public string Address { get; init; } = "198.51.100.77";

    public int Port { get; init; } = 4000;

    public string Protocol { get; init; } = "RTP/AVP";

    public IReadOnlyList<string> Codecs { get; init; } =
        ["0 PCMU/8000", "8 PCMA/8000", "101 telephone-event/8000"];

    public string? Direction { get; init; } = "sendrecv";

    /// <summary>Of the section of sound.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Lines from m= on, before the sound and behind it.</summary>
    public string Before { get; init; } = "";

    public string Behind { get; init; } = "";

    public override string ToString() =>
        $"v=0\r\no=phone 1 1 IN IP4 {Address}\r\ns=call\r\nc=IN IP4 {Address}\r\nt=0 0\r\n{Before}" +
        $"m=audio {Port} {Protocol} {string.Join(' ', Codecs.Select(c => c.Split(' ')[0]))}\r\n" +
        string.Concat(Codecs.Select(c => $"a=rtpmap:{c}\r\n")) +
        string.Concat(Attributes.Select(a => $"a={a}\r\n")) +
        (Direction is null ? "" : $"a={Direction}\r\n") +
        Behind;
}
