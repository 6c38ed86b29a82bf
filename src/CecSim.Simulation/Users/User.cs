using CecSim.Simulation.Channels;
using CecSim.Simulation.Chat;
using CecSim.Simulation.Tokens;

namespace CecSim.Simulation.Users;

/// <summary>A customer on a channel, known since its first applyToken. Guarded by the timeline.</summary>
public sealed class User
{
    internal User(string userId, ChannelSettings channel)
    {
        UserId = userId;
        Channel = channel;
    }

    /// <summary>"ID of the user who accesses the channel", chosen by the enterprise (table 2-1).</summary>
    public string UserId { get; }

    public ChannelSettings Channel { get; internal set; }

    internal MessagingToken? Token { get; set; }

    /// <summary>What a renewal replaced: good until its own end, for requests that are on their way.</summary>
    internal MessagingToken? TokenBeforeRenewal { get; set; }

    /// <summary>Which it came with last.</summary>
    internal string? AccessToken { get; set; }

    internal ScheduledTimer? Retirement { get; set; }

    internal Call? Call { get; set; }

    /// <summary>Of the user's last call that somebody traced.</summary>
    public CallTrace? Trace { get; set; }

    internal EventMailbox<CallEvent>? CallEvents { get; set; }

    internal ChatSession? Chat { get; set; }

    internal EventMailbox<ChatMessage>? ChatMessages { get; set; }

    /// <summary>Whether the last poll for messages asked for READ notices.</summary>
    internal bool WantsReadNotices { get; set; }

    internal ClientHistory Conduct { get; } = new();

    internal bool HasSession => Call is { State: not CallState.Ended } || Chat is { IsLive: true };
}
