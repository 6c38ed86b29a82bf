namespace CecSim.Simulation.Channels;

/// <summary>A service channel; its id is the "Configuration ID" that a client passes as <c>channelId</c>.</summary>
public sealed record ChannelSettings
{
    public const string DemoId = "202403010000000001";

    public string Id { get; init; } = DemoId;

    public string Name { get; init; } = "web";

    /// <summary>Answered as <c>webRTCSupported</c> (chapter 5, step 2).</summary>
    public bool WebRtc { get; init; } = true;

    /// <summary>Answered as <c>clickToCallSupported</c>; off, a create is refused with code 7.</summary>
    public bool ClickToCall { get; init; } = true;

    /// <summary>The queue of voice calls; null for the space's first voice click-to-dial queue.</summary>
    public string? VoiceQueue { get; init; }

    /// <summary>The queue of video calls; null for the space's first video click-to-dial queue.</summary>
    public string? VideoQueue { get; init; }

    /// <summary>The queue of text sessions; null for the space's first multimedia queue.</summary>
    public string? ChatQueue { get; init; }

    public ChannelService Service { get; init; } = ChannelService.Human;

    /// <summary>When agents work; null for always. Outside, a create is refused with code 12.</summary>
    public DailyHours? WorkingHours { get; init; }

    /// <summary>The zone of the working hours.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>
    /// Whether a call needs a text session with an agent first. The guides describe stand-alone calls, the API
    /// reference demands the session; both are legal.
    /// </summary>
    public bool RequiresChatFirst { get; init; }

    /// <summary>Whether the end of a call ends the customer's text session. No document says.</summary>
    public bool CallEndsChat { get; init; }

    /// <summary>Whether the end of a text session ends the customer's call. No document says.</summary>
    public bool ChatEndsCall { get; init; }
}

/// <summary>Who takes a new text session of a channel.</summary>
public enum ChannelService
{
    Human,

    /// <summary>A robot, until the customer asks for an agent by TRANS2AGENT.</summary>
    Robot,
}
