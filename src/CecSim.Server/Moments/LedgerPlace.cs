namespace CecSim.Server.Moments;

/// <summary>Where a step stands.</summary>
internal sealed record LedgerPlace(SpaceLedger Ledger, int Number, Step Step);
