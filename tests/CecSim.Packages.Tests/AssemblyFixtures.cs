using CecSim.Packages.Tests;

[assembly: AssemblyFixture(typeof(PackedFeed))]
