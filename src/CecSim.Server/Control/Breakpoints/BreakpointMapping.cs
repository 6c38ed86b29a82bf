using CecSim.Control.Contracts;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Journal;
using CecSim.Simulation.Agents;
using CecSim.Simulation.Breakpoints;
using CecSim.Simulation.Calls;
using CecSim.Simulation.Chat;

using Domain = CecSim.Simulation.Breakpoints;
using HeldMessage = CecSim.Control.Contracts.HeldMessage;
using JournalBody = CecSim.Control.Contracts.JournalBody;
using JournalHeader = CecSim.Control.Contracts.JournalHeader;
using PauseStage = CecSim.Control.Contracts.PauseStage;

namespace CecSim.Server.Control.Breakpoints;

/// <summary>What stands at a breakpoint, as the control API tells it.</summary>
internal static class BreakpointMapping
{
    public static HeldMessage ToContract(this Domain.HeldMessage held) => new(
        held.Id,
        held.Message.Stage.ToContract(),
        VendorOperations.Of(held.Message.Operation).Word,
        held.Message.Who?.UserId,
        held.Message.Who?.ChannelId,
        held.Since,
        held.Message.Method,
        held.Message.Target,
        held.Message.Status,
        [.. held.Message.Headers.Select(h => new JournalHeader(h.Name, h.Value))],
        BodyOf(held));

    private static PauseStage ToContract(this Domain.PauseStage stage) => stage switch
    {
        Domain.PauseStage.Request => PauseStage.Request,
        Domain.PauseStage.Answer => PauseStage.Answer,
        Domain.PauseStage.Event => PauseStage.Event,
        Domain.PauseStage.Invite => PauseStage.Invite,
    };

    private static JournalBody? BodyOf(Domain.HeldMessage held)
    {
        if (held.Message.Event is not { } item)
        {
            return held.Message.Body is { } body ? new JournalBody(body.Text, body.BytesCount, body.IsCut) : null;
        }

        var text = held.Masking.Text(TextOf(item));
        return new JournalBody(text, Encoding.UTF8.GetByteCount(text), Cut: false);
    }

    private static string TextOf(object item) => item switch
    {
        CallEvent told => JsonSerializer.Serialize(told.ToContract(), ControlContractJson.Default.CallEventDetails),
        ChatMessage message => message.Content,
        AgentEvent told => told.Notice.EventType,
        _ => item.ToString() ?? "",
    };
}
