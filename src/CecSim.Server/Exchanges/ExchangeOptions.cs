namespace CecSim.Server.Exchanges;

/// <param name="TellsBasis">Whether answers carry <c>X-CecSim-Basis</c> and <c>X-CecSim-Why</c>.</param>
/// <param name="KeepsCommands">Whether what comes to a space is kept, so that it can be done again.</param>
internal sealed record ExchangeOptions(bool TellsBasis, bool KeepsCommands);
