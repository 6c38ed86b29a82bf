using CecSim.Control.Contracts;
using CecSim.Simulation.Polls;

using Domain = CecSim.Simulation.Polls;
using HeldPoll = CecSim.Control.Contracts.HeldPoll;
using PollKind = CecSim.Control.Contracts.PollKind;

namespace CecSim.Server.Control.Polls;

/// <summary>Held polls, as the control API tells them.</summary>
internal static class PollMapping
{
    public static HeldPoll ToContract(this HeldPollView poll) => new(
        poll.Id,
        poll.Kind.ToContract(),
        poll.User.UserId,
        poll.User.Channel.Id,
        poll.Since,
        poll.DueAt,
        poll.IsAborted);

    private static PollKind ToContract(this Domain.PollKind kind) => kind switch
    {
        Domain.PollKind.ClickToCall => PollKind.ClickToCall,
        Domain.PollKind.Chat => PollKind.Chat,
    };
}
