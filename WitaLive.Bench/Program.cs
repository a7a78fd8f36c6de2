System.Console.WriteLine("WitaLive.Bench");
