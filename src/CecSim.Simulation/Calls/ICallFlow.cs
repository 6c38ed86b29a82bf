namespace CecSim.Simulation.Calls;

/// <summary>What decides what becomes of a call: a script, or the contact centre.</summary>
internal interface ICallFlow
{
    void Begin();

    /// <summary>The customer dropped the call; the client is still to be told its end.</summary>
    void OnDropped();

    /// <summary>The client has done something. Only scripts wait for that.</summary>
    /// <returns>Whether something had waited for it.</returns>
    bool Take(CallSignal signal) => false;

    /// <summary>The call is over: nothing more may come. Safe to repeat.</summary>
    void Stop();
}
