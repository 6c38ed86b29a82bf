namespace CecSim.Telephony.Tests.Sip.RandomCallers;

/// <summary>What happens next, on which of the phones.</summary>
internal sealed record Move(MoveKind Kind, int Phone, int Number);
