namespace CecSim.Browser.Tests;

/// <summary>What getStats tells of one inbound stream; the page picks the fields.</summary>
internal sealed class InboundStatistics
{
    /// <summary>Of the outbound stream beside it.</summary>
    public int Sent { get; set; }

    /// <summary>Requests for packets that came for it.</summary>
    public int NacksTaken { get; set; }

    /// <summary>Packets of it that were sent again.</summary>
    public int Repeated { get; set; }

    /// <summary>In seconds, by the last report on it.</summary>
    public double RoundTrip { get; set; }

    public int Packets { get; set; }

    public int Lost { get; set; }

    public double Energy { get; set; }

    public int Frames { get; set; }

    public int Freezes { get; set; }

    /// <summary>In seconds.</summary>
    public double Frozen { get; set; }

    /// <summary>The longest time without a new picture so far, in seconds, which the page itself measured.</summary>
    public double LongestGap { get; set; }

    public int Nacks { get; set; }

    public int Retransmitted { get; set; }

    public int Width { get; set; }

    public string? Codec { get; set; }

    public string? Tls { get; set; }

    public string? Srtp { get; set; }
}
