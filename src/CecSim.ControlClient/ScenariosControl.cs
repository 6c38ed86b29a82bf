namespace CecSim.ControlClient;

/// <summary>Scenarios that are being written: texts to start from, and what a server says of a new one.</summary>
public sealed class ScenariosControl
{
    private readonly ControlChannel _channel;

    internal ScenariosControl(ControlChannel channel) => _channel = channel;

    /// <summary>The text of one of <see cref="CecSimControl.ListScenariosAsync"/>.</summary>
    /// <param name="name">The scenario's name.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:scenario-unknown</c>: the server has no such scenario.
    /// </exception>
    public async Task<string> ReadAsync(string name, CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync(
            $"scenarios/{Uri.EscapeDataString(name)}",
            ControlContractJson.Default.ScenarioText,
            cancellationToken).ConfigureAwait(false)).Text;

    /// <summary>Everything that is wrong in a scenario.</summary>
    /// <param name="text">YAML, as a scenario file has it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ScenarioCheck> CheckAsync(string text, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            "scenarios/check",
            new ScenarioDraft(text),
            ControlContractJson.Default.ScenarioDraft,
            ControlContractJson.Default.ScenarioCheck,
            cancellationToken);

    /// <summary>Plays a scenario to a client that does as the documents say, once for each of its rules.</summary>
    /// <param name="text">YAML, as a scenario file has it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:scenario-broken</c>: it has mistakes; <c>urn:cecsim:problem:too-many-trials</c>: others
    /// wait already.
    /// </exception>
    public Task<ScenarioTrial> TryAsync(string text, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            "scenarios/try",
            new ScenarioDraft(text),
            ControlContractJson.Default.ScenarioDraft,
            ControlContractJson.Default.ScenarioTrial,
            cancellationToken);
}
