using System.Text.Json.Nodes;

namespace CecSim.ControlClient;

/// <summary>Provider states: what a pact's <c>given</c> says becomes so.</summary>
public sealed class PactControl
{
    private const string Path = "pact/provider-states";

    private readonly ControlChannel _channel;

    internal PactControl(ControlChannel channel) => _channel = channel;

    /// <summary>The states that a pact can ask for, with what each takes and gives.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ProviderStateList> ListStatesAsync(CancellationToken cancellationToken = default) =>
        _channel.GetAsync(Path, ControlContractJson.Default.ProviderStateList, cancellationToken);

    /// <summary>Makes a state so, whatever was before. The space cannot be exported any more, until a reset.</summary>
    /// <param name="state">Its name.</param>
    /// <param name="parameters">By their keys, as text, number or JSON; null for none.</param>
    /// <param name="cancellationToken">Ends the request, though not what it has set up.</param>
    /// <returns>The values that it gives, such as <c>authorization</c>: what a request needs to be of that state.
    /// </returns>
    /// <exception cref="ControlProblemException">There is no such state or parameter, or it cannot be so.</exception>
    public Task<JsonObject> SetUpAsync(
        string state, JsonObject? parameters = null, CancellationToken cancellationToken = default) =>
        CallAsync(new ProviderStateCall(state, parameters ?? [], "setup"), cancellationToken);

    /// <summary>Undoes a state: its space begins anew, but for its time and its journal.</summary>
    /// <param name="state">Its name.</param>
    /// <param name="parameters">As it was set up with; null for none.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task TearDownAsync(
        string state, JsonObject? parameters = null, CancellationToken cancellationToken = default) =>
        CallAsync(new ProviderStateCall(state, parameters ?? [], "teardown"), cancellationToken);

    private Task<JsonObject> CallAsync(ProviderStateCall call, CancellationToken cancellationToken) =>
        _channel.PostAsync(
            Path,
            call,
            ControlJson.Default.ProviderStateCall,
            ControlJson.Default.JsonObject,
            cancellationToken);
}

internal sealed record ProviderStateCall(string State, JsonObject Params, string Action);
