namespace CecSim.Server.Exchanges;

/// <param name="TellsBasis">Whether answers carry <c>X-CecSim-Basis</c> and <c>X-CecSim-Why</c>.</param>
internal sealed record ExchangeOptions(bool TellsBasis);
