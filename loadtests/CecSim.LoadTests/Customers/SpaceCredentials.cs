namespace CecSim.LoadTests.Customers;

/// <summary>What a client needs to be one of a tenant.</summary>
internal sealed record SpaceCredentials(string AppKey, string AppSecret, string ChannelId);
