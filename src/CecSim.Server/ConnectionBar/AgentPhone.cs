using CecSim.Server.Gateway;
using CecSim.Simulation.Agents;
using CecSim.Simulation.ConnectionBar;
using CecSim.Simulation.Findings;

namespace CecSim.Server.ConnectionBar;

/// <summary>
/// The softphone that what a person does at the bar needs: "To answer inbound calls after sign-in, … log in to the
/// OpenEye", and then "you can use the lightweight connection bar to initiate calls" (Connection Bar, chapter 7).
/// </summary>
internal readonly struct AgentPhone
{
    private readonly VendorExchange _exchange;
    private readonly BarSession _session;
    private readonly bool _isMissed;

    private AgentPhone(VendorExchange exchange, BarSession session, bool isMissed, AgentRefusal? refusal) =>
        (_exchange, _session, _isMissed, Refusal) = (exchange, session, isMissed, refusal);

    /// <summary>Why the action is not to be done without it; null when it is.</summary>
    public AgentRefusal? Refusal { get; }

    /// <param name="action">The last word of the route.</param>
    public static AgentPhone For(VendorExchange exchange, BarSession session, string action)
    {
        if (action is not ("answer" or "callout"))
        {
            return default;
        }

        var gateway = exchange.Http.RequestServices.GetRequiredService<CallGateway>();
        if (exchange.Space.Phones.HasPhone(session.WorkNo))
        {
            return default;
        }

        var isRequired = exchange.Space.Settings.ConnectionBar.SoftphoneRequired;
        return new AgentPhone(
            exchange,
            session,
            isMissed: action == "answer" && gateway.Softphones.Count > 0,
            isRequired ? AgentRefusal.NoSoftphone : null);
    }

    /// <summary>What was to be done has been done all the same.</summary>
    public void NoteIfMissing()
    {
        if (_isMissed && _exchange.Space.Bars.AnswersWithoutPhone(_session))
        {
            _exchange.Space.Monitor.Note(
                FindingKind.SoftphoneMissing, user: null, entry: null, $"agent {_session.WorkNo}");
        }
    }
}
