# The chart of worth, written by nachlese-charts. To draw it again: gnuplot worth.gp
reset
set encoding utf8
set terminal svg noenhanced font "DejaVu Sans,14" size 640,296 background rgb "#ffffff"
set output "worth.svg"
unset key
unset border
unset ytics
set lmargin at screen 0.12375
set rmargin at screen 0.70234
set tmargin at screen 0.44932
set bmargin at screen 0.25338
set xrange [-37.5:87.5]
set yrange [221.00:163.00]
unset xtics
set label 1 "Am gr\303\266\303\237ten ist der Anteil f\303\274r \342\200\236ziemlich oder sehr wichtig\342\200\234" at screen 0.02500, first 28.00 left font "DejaVu Sans:Bold,18" textcolor rgb "#1a1a1a" front
set label 2 "bei \342\200\236R\303\244ume\342\200\234\072 \066\302\240von\302\240\070\056" at screen 0.02500, first 52.00 left font "DejaVu Sans:Bold,18" textcolor rgb "#1a1a1a" front
set label 3 "Wie wichtig ist Ihnen das\077" at screen 0.02500, first 77.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set object 1 rectangle from screen 0.02500, first 103.50 to screen 0.04688, first 117.50 noclip behind fillstyle solid 1 noborder fillcolor rgb "#c0560a"
set label 4 "gar nicht wichtig" at screen 0.05625, first 110.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set object 2 rectangle from screen 0.25435, first 103.50 to screen 0.27622, first 117.50 noclip behind fillstyle solid 1 noborder fillcolor rgb "#f6b56e"
set label 5 "wenig wichtig" at screen 0.28560, first 110.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set object 3 rectangle from screen 0.45354, first 103.50 to screen 0.47541, first 117.50 noclip behind fillstyle solid 1 noborder fillcolor rgb "#e2e2e2"
set label 6 "mittel" at screen 0.48479, first 110.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set object 4 rectangle from screen 0.02500, first 123.50 to screen 0.04688, first 137.50 noclip behind fillstyle solid 1 noborder fillcolor rgb "#6eabd8"
set label 7 "ziemlich wichtig" at screen 0.05625, first 130.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set object 5 rectangle from screen 0.24759, first 123.50 to screen 0.26946, first 137.50 noclip behind fillstyle solid 1 noborder fillcolor rgb "#0b4f8a"
set label 8 "sehr wichtig" at screen 0.27884, first 130.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 9 "ziemlich" at screen 0.81802, first 110.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 10 "oder sehr" at screen 0.81802, first 127.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 11 "wichtig" at screen 0.81802, first 144.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 12 "gibt es" at screen 0.90571, first 110.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 13 "hier" at screen 0.90571, first 127.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 14 "nicht" at screen 0.90571, first 144.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 15 "wei\303\237" at screen 0.97500, first 127.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 16 "nicht" at screen 0.97500, first 144.50 right font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set arrow 1 from screen 0.29733, first 158.00 to screen 0.29733, first 226.00 nohead back linewidth 1 linecolor rgb "#b8bec4"
set label 17 "R\303\244ume" at screen 0.10500, first 175.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 18 "Reisen" at screen 0.10500, first 209.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 19 "\066\302\240von\302\240\070" at screen 0.81802, first 175.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 20 "\064\302\240von\302\240\070" at screen 0.81802, first 209.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set arrow 2 from screen 0.82740, first 161.00 to screen 0.82740, first 223.00 nohead back linewidth 1 linecolor rgb "#b8bec4"
set label 21 "\061" at screen 0.90571, first 175.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 22 "\060" at screen 0.90571, first 209.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 23 "\060" at screen 0.97500, first 175.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 24 "\062" at screen 0.97500, first 209.00 right font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 25 "\061" at screen 0.15268, first 209.00 center font "DejaVu Sans,12" textcolor rgb "#ffffff" front
set label 26 "\061" at screen 0.21054, first 209.00 center font "DejaVu Sans,12" textcolor rgb "#000000" front
set label 27 "\062" at screen 0.29733, first 175.00 center font "DejaVu Sans,12" textcolor rgb "#000000" front
set label 28 "\062" at screen 0.29733, first 209.00 center font "DejaVu Sans,12" textcolor rgb "#000000" front
set label 29 "\064" at screen 0.47090, first 175.00 center font "DejaVu Sans,12" textcolor rgb "#000000" front
set label 30 "\061" at screen 0.38412, first 209.00 center font "DejaVu Sans,12" textcolor rgb "#000000" front
set label 31 "\062" at screen 0.64448, first 175.00 center font "DejaVu Sans,12" textcolor rgb "#ffffff" front
set label 32 "\063" at screen 0.49983, first 209.00 center font "DejaVu Sans,12" textcolor rgb "#ffffff" front
set label 33 "Nicht mitgez\303\244hlt\054 je nach Zeile\072 keine Antwort\302\240\050\060\302\240bis\302\240\061\051\056" at screen 0.02500, first 249.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 34 "Quelle\072 Kleine Umfrage \050\061\060\302\240Antworten\051" at screen 0.02500, first 271.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
$class1 << EOD
# y, from, to (percent), count
209 -37.5 -25 1
EOD
$class2 << EOD
# y, from, to (percent), count
209 -25 -12.5 1
EOD
$class3 << EOD
# y, from, to (percent), count
175 -12.5 12.5 2
209 -12.5 12.5 2
EOD
$class4 << EOD
# y, from, to (percent), count
175 12.5 62.5 4
209 12.5 25 1
EOD
$class5 << EOD
# y, from, to (percent), count
175 62.5 87.5 2
209 25 62.5 3
EOD
plot $class1 using 2:1:2:3:($1-12):($1+12) with boxxyerror fillstyle solid 1 border rgb "#ffffff" linewidth 1.2 fillcolor rgb "#c0560a", \
     $class2 using 2:1:2:3:($1-12):($1+12) with boxxyerror fillstyle solid 1 border rgb "#ffffff" linewidth 1.2 fillcolor rgb "#f6b56e", \
     $class3 using 2:1:2:3:($1-12):($1+12) with boxxyerror fillstyle solid 1 border rgb "#ffffff" linewidth 1.2 fillcolor rgb "#e2e2e2", \
     $class4 using 2:1:2:3:($1-12):($1+12) with boxxyerror fillstyle solid 1 border rgb "#ffffff" linewidth 1.2 fillcolor rgb "#6eabd8", \
     $class5 using 2:1:2:3:($1-12):($1+12) with boxxyerror fillstyle solid 1 border rgb "#ffffff" linewidth 1.2 fillcolor rgb "#0b4f8a"
unset output
