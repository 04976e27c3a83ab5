# The chart of size, written by nachlese-charts. To draw it again: gnuplot size.gp
reset
set encoding utf8
set terminal svg noenhanced font "DejaVu Sans,14" size 640,361 background rgb "#ffffff"
set output "size.svg"
unset key
unset border
unset ytics
set lmargin at screen 0.05000
set rmargin at screen 0.97500
set tmargin at screen 0.73130
set bmargin at screen 0.17729
set xrange [0:15]
set yrange [297.00:97.00]
unset xtics
set label 1 "Der Gr\303\266\303\237e nach geordnet steht in der Mitte \064\054\065\056" at screen 0.02500, first 28.00 left font "DejaVu Sans:Bold,18" textcolor rgb "#1a1a1a" front
set label 2 "Wie viele sind Sie\077" at screen 0.02500, first 53.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 3 "\065" at screen 0.20417, first 87.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 4 "\060" at screen 0.51250, first 287.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set label 5 "\065" at screen 0.82083, first 87.50 center font "DejaVu Sans,14.5" textcolor rgb "#1a1a1a" front
set arrow 1 from screen 0.05000, first 297.00 to screen 0.97500, first 297.00 nohead back linewidth 1 linecolor rgb "#4d4d4d"
set label 6 "\060 bis\302\240\064" at screen 0.20417, first 309.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 7 "\065 bis\302\240\071" at screen 0.51250, first 309.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 8 "\061\060 bis\302\240\061\064" at screen 0.82083, first 309.50 center font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
set label 9 "Quelle\072 Kleine Umfrage \050\061\060\302\240Antworten\051" at screen 0.02500, first 336.50 left font "DejaVu Sans,13" textcolor rgb "#4d4d4d" front
$classes << EOD
# from, to, count, top (pixels)
0 5 5 97
5 10 0 297
10 15 5 97
EOD
plot $classes using (($1+$2)/2):4:1:2:(297.00):4 with boxxyerror fillstyle solid 1 border rgb "#ffffff" linewidth 1.5 fillcolor rgb "#7fb2db"
unset output
